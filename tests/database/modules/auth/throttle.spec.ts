import { expect } from 'chai';
import {
  accountSubject,
  addressSubject,
  changeSubject,
  chargeAttempt,
  codeSubject,
  ownSubject,
  refundCharges,
  type Subject,
} from '../../../../src/modules/auth/throttle/throttle.service.ts';
import { freeFailures } from '../../../../src/modules/auth/throttle/throttle.policy.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { unitOn } from '../../../support/changes.ts';
import { useDatabase } from '../../../support/use-database.ts';

const email = 'ada@example.org';
const user_id = newId();
const home = '2001:db8:7:1::1';

/** Whom an attempt from an address is charged to, by what the address is there for. */
const subjectsAt: Readonly<Record<string, (address: string) => Subject>> = {
  'the account at an address of its owner': (address) => ownSubject(email, address),
  'the address': addressSubject,
  'the second factor at an address of its owner': (address) => codeSubject(user_id, address),
};

/** All of them, and what is left of three attempts once the third has succeeded. */
const subjects: Readonly<Record<string, readonly [subject: Subject, failures: number | undefined]>> = {
  'an account': [accountSubject(email), undefined],
  'an account at an address of its owner': [ownSubject(email, home), undefined],
  'the current password': [changeSubject(user_id), undefined],
  'the second factor': [codeSubject(user_id), undefined],
  'the second factor at an address of its owner': [codeSubject(user_id, home), undefined],
  'an address, which others guess from': [addressSubject(home), 2],
};

describe('whom attempts to guess are charged to', () => {
  const database = useDatabase();

  for (const [what, subjectAt] of Object.entries(subjectsAt)) {
    it(`${what}: the same within a network of IPv6, and another one beside it`, () => {
      const { name } = subjectAt(home);
      expect(subjectAt('2001:db8:7:1:ffff::2').name).to.equal(name);
      expect(subjectAt('2001:DB8:7:1::1').name).to.equal(name);
      for (const elsewhere of ['2001:db8:7:2::1', '192.0.2.1']) expect(subjectAt(elsewhere).name).not.to.equal(name);
    });
  }

  it('each of them apart from the others', () => {
    const names = Object.values(subjects).map(([{ name }]) => name);
    expect(new Set(names).size).to.equal(names.length);
  });

  for (const [what, [subject, left]] of Object.entries(subjects)) {
    it(`${what}: a success leaves ${left ?? 'none'} of the failures before it`, async () => {
      const unit = unitOn(database.db);
      for (let attempt = 0; attempt < 3; attempt++) await chargeAttempt(unit, [subject]);
      await refundCharges(unit, [subject]);
      const failures = await database.db
        .knex('login_throttles')
        .where({ subject: subject.name })
        .pluck<number[]>('failures');
      expect(failures).to.deep.equal(left === undefined ? [] : [left]);
    });
  }

  it('an address: a success takes away the wait that began with it', async () => {
    const unit = unitOn(database.db);
    const subject = addressSubject('192.0.2.77');
    // The last of them begins a wait.
    for (let attempt = 0; attempt <= freeFailures.address; attempt++) await chargeAttempt(unit, [subject]);
    const refused = await chargeAttempt(unit, [subject]).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'rate_limited' });
    await refundCharges(unit, [subject]);
    await chargeAttempt(unit, [subject]);
  });
});
