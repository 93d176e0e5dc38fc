import { expect } from 'chai';
import { isCommonPassword } from '../../../../../src/modules/auth/passwords/passwords.policy.ts';
import { leastOfThree, processorTimeOf } from '../../../../support/least-of.ts';

describe('isCommonPassword', () => {
  const common = {
    'what leaked often': 'flvbybcnhfnjh',
    'what leaked often, decorated': 'Sonyericsson-2019!',
    'what the list of leaks does not have': 'maytheforcebewithyou',
    'the name of this product, decorated': 'Architect2026!',
    'an entry in upper case and with spaces': 'Correct Horse Battery Staple',
    'an entry with digits and signs around it': '!!2024football!!',
    'an entry whose letters are written as digits and signs': 'P@$$w0rd123456',
    'an entry that begins with a digit for a letter, with digits behind it': '4dministrator99',
    'an entry in letters of full width': 'ｐａｓｓｗｏｒｄ１２３４５',
    'two entries in a row': 'dragonsunshine',
    'two entries in a row with digits behind them': 'ILoveYouJessica99',
    'a short text over and over': 'xk7xk7xk7xk7xk7',
    'an entry over and over': 'monkeymonkeymonkey',
    'one character': '............',
    'a run along the keyboard': 'qwertyuiopasdfghjkl',
    'runs of digits, forward and backward': '123456654321',
    'the alphabet backward': 'zyxwvutsrqponm',
  };
  for (const [what, password] of Object.entries(common)) {
    it(`refuses ${what}`, () => {
      expect(isCommonPassword(password)).to.equal(true);
    });
  }

  it("refuses the user's own name and address, decorated", () => {
    const about = ['ada.lindqvist@meridian.example', 'Ada Lindqvist'];
    expect(isCommonPassword('AdaLindqvist!1', about)).to.equal(true);
    expect(isCommonPassword('ada.lindqvist@meridian.example', about)).to.equal(true);
    expect(isCommonPassword('ada.lindqvist77', about)).to.equal(true);
    expect(isCommonPassword('AdaLindqvist!1')).to.equal(false);
  });

  it('takes what nobody guesses first', () => {
    for (const password of [
      'quiet harbour lantern 94',
      'xQ7#vTz!mK2w',
      'dragon fruit on the tram',
      '839201748362',
      'ключ от старого сарая',
      'passwordless entry gate',
      // Both leaked, but many words did.
      'mauve kettle',
    ]) {
      expect(isCommonPassword(password), password).to.equal(false);
    }
  });

  it('decides on the longest password at once', async () => {
    const decide = (): void => {
      isCommonPassword(`${'ab1'.repeat(42)}x!`);
      isCommonPassword('passwor'.repeat(18));
    };
    expect(await leastOfThree(() => processorTimeOf(decide), 250), 'milliseconds of the processor').to.be.below(250);
  });
});
