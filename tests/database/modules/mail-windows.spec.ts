import { expect } from 'chai';
import { countMail } from '../../../src/modules/auth/auth.repository.ts';
import type { MailPurpose } from '../../../src/modules/auth/auth.types.ts';
import { isMailDue } from '../../../src/modules/auth/links/mail-quota.service.ts';
import { countInvitationMail } from '../../../src/modules/organizations/invitations/invitations.repository.ts';
import type { Db } from '../../../src/platform/database.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/platform/durations.ts';
import { unitOn } from '../../support/changes.ts';
import { useDatabase } from '../../support/use-database.ts';

/** Counts a mail to an address at a time. */
type Count = (db: Db, email: string, now: Date) => Promise<number>;

describe('mails to one address, counted', function () {
  this.timeout(60_000);
  const database = useDatabase();

  const begin = new Date('2026-11-23T12:00:00.000Z');
  const later = (ms: number): Date => new Date(begin.getTime() + ms);
  const ofAccounts: Count = (db, email, now) => {
    const windowBegin = new Date(now.getTime() - HOUR_MS);
    return countMail(db, { email, purpose: 'password_reset', windowBegin }, now);
  };
  const ofInvitations: Count = (db, email, now) =>
    countInvitationMail(db, email, now, new Date(now.getTime() - DAY_MS));

  for (const [what, count, windowMs] of [
    ['of accounts', ofAccounts, HOUR_MS],
    ['of invitations', ofInvitations, DAY_MS],
  ] as const) {
    it(`${what}: in windows that begin with a mail, and are as long however many follow`, async () => {
      const times = [0, windowMs - 2, windowMs - 1, windowMs, windowMs + 1, 2 * windowMs - 1, 2 * windowMs];
      const counts: number[] = [];
      for (const ms of times) counts.push(await count(database.db, `${windowMs}@example.org`, later(ms)));
      expect(counts).to.deep.equal([1, 2, 3, 1, 2, 3, 1]);
    });
  }

  const allowed: Readonly<Record<MailPurpose, number>> = {
    email_verification: 5,
    password_reset: 3,
    suspicious_session: 5,
  };
  for (const [purpose, count] of Object.entries(allowed)) {
    it(`${purpose}: ${count} within an hour, whatever else is sent there`, async () => {
      const unit = (minutes: number) => ({ ...unitOn(database.db), now: later(minutes * MINUTE_MS) });
      const sent: boolean[] = [];
      for (let mail = 0; mail <= count; mail++)
        sent.push(await isMailDue(unit(mail), 'jun@example.org', purpose as MailPurpose));
      expect(sent).to.deep.equal([...Array<boolean>(count).fill(true), false]);
      expect(await isMailDue(unit(60), 'jun@example.org', purpose as MailPurpose)).to.equal(true);
    });
  }
});
