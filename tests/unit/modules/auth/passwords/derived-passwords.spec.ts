import { dictionary } from '@zxcvbn-ts/language-common';
import { expect } from 'chai';
import { isCommonPassword } from '../../../../../src/modules/auth/passwords/passwords.policy.ts';

// What people make of a word when a password is asked for, and what keyboards suggest: all of each kind.

const words = dictionary['passwords-common'].filter((word) => /^[a-z]{6,}$/.test(word)).slice(0, 2000);

describe('what is derived from a common password', () => {
  const lookalikes = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };
  for (const [sign, letter] of Object.entries(lookalikes)) {
    it(`is as common with ${sign} for ${letter}, in every word`, () => {
      const having = words.filter((word) => word.includes(letter));
      expect(having).to.have.length.above(100);
      const passed = having.map((word) => word.replaceAll(letter, sign)).filter((word) => !isCommonPassword(word));
      expect(passed).to.deep.equal([]);
    });
  }

  const surroundings = ['1$', '2024$', '$!!', '123$456', '#$#', '$2026!'];
  it('is as common with digits and signs around it, in capitals, or with spaces', () => {
    for (const word of words.slice(0, 200)) {
      const forms = [
        ...surroundings.map((form) => form.replace('$', word)),
        word.toUpperCase(),
        word.split('').join(' '),
      ];
      expect(forms.filter((form) => !isCommonPassword(form))).to.deep.equal([]);
    }
  });

  it('is two of the thousand most frequent entries in a row, and not two of those behind them', () => {
    const neighbours = (from: number): string[] => {
      const some = dictionary['passwords-common'].slice(from, from + 10);
      return some.slice(1).map((entry, at) => `${entry} ${some[at]!}`);
    };
    const isCommon = (password: string): boolean => isCommonPassword(password);
    expect(neighbours(990).filter(isCommon)).to.have.length(9);
    expect(neighbours(1000).filter(isCommon)).to.have.length(0);
  });

  const rows = [
    ...['abcdefghijklmnopqrstuvwxyz', '1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm'],
  ];
  for (const row of rows) {
    it(`is along a row: ${row}, from either side, and in pieces of three`, () => {
      for (const run of [row, row.split('').reverse().join('')]) {
        const pieces = Array.from({ length: run.length - 2 }, (_, at) => run.slice(at, at + 3));
        // Each piece beside one of another row, which it does not continue; together they are no entry of the list.
        const [before, between] = row === '1234567890' ? ['jkl', 'dfg'] : ['890', '456'];
        const passed = [run, ...pieces.map((piece) => `${before}${piece}${between}${piece}`)].filter(
          (text) => !isCommonPassword(text),
        );
        expect(passed).to.deep.equal([]);
      }
    });
  }

  it('is not two characters of a row beside others', () => {
    expect(isCommonPassword('tzujkqazkl')).to.equal(false);
  });

  it('is a text of up to four characters again and again, or a common one', () => {
    for (const unit of ['k', 'kx', 'kxq', 'kxqv']) {
      expect(isCommonPassword(unit.repeat(12).slice(0, 14)), unit).to.equal(true);
    }
    expect(isCommonPassword('kxqvz'.repeat(3))).to.equal(false);
    expect(isCommonPassword(words[0]!.repeat(3))).to.equal(true);
  });
});
