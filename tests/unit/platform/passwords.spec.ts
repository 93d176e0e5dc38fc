import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { hashPassword, verifyPassword } from '../../../src/platform/passwords.ts';
import { processorTimeUntil } from '../../support/least-of.ts';

describe('hashPassword', () => {
  it('returns a PHC string of argon2id with a new salt', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(second).to.not.equal(first);
  });

  it('rejects requests that would wait too long', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => hashPassword('correct horse')));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).to.have.length(100 - 82);
    for (const { reason } of refused) {
      expect(reason).to.be.instanceOf(AppError).that.includes({ code: 'overloaded', status: 503 });
    }
    // The queue is empty again, so the next request succeeds.
    expect(await verifyPassword('correct horse', await hashPassword('correct horse'))).to.be.true;
  }).timeout(20_000);
});

describe('verifyPassword', () => {
  it('accepts the password and no other', async () => {
    const phc = await hashPassword('correct horse');
    expect(await verifyPassword('correct horse', phc)).to.be.true;
    expect(await verifyPassword('correct horsf', phc)).to.be.false;
    expect(await verifyPassword('', phc)).to.be.false;
  });

  it('accepts a string of another implementation of RFC 9106', async () => {
    // From the test vectors of the reference implementation (phc-winner-argon2, test.c): "password", "somesalt".
    const phc = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    expect(await verifyPassword('password', phc)).to.be.true;
    expect(await verifyPassword('differentpassword', phc)).to.be.false;
  });

  it('treats composed and decomposed letters as the same password', async () => {
    expect(await verifyPassword('pa\u0301ssword long', await hashPassword('p\u00e1ssword long'))).to.be.true;
  });

  it('does the same work without an account', async () => {
    const phc = await hashPassword('correct horse');
    const costOf = (stored: string | undefined): Promise<number> =>
      processorTimeUntil(async () => expect(await verifyPassword('wrong', stored)).to.be.false);
    const [without, withPassword]: [number[], number[]] = [[], []];
    for (let round = 0; round < 7; round++) {
      without.push(await costOf(undefined));
      withPassword.push(await costOf(phc));
    }
    expect(Math.min(...without) / Math.min(...withPassword)).to.be.within(0.5, 2);
  });
});
