import { expect } from 'chai';
import type { SessionFacts } from '../../../../../generated/v2/types.ts';
import { suspicionMail } from '../../../../../src/modules/auth/log-in/suspicion.mail.ts';
import type { Suspicion } from '../../../../../src/modules/sessions/suspicion/suspicion.policy.ts';
import { createSuspicionWarning } from '../../../../../src/modules/auth/log-in/suspicion.subscriber.ts';
import type { Db } from '../../../../../src/platform/database.ts';
import type { Mail } from '../../../../../src/platform/mailer.ts';
import { newId } from '../../../../../src/platform/ids.ts';

describe('the mail about a suspicious session', () => {
  const reasons: Readonly<Record<Suspicion, string>> = {
    new_place: 'with a program and from a network that you have not used before',
    two_networks: 'from two networks within a minute',
    many_networks: 'from more than ten networks within an hour',
  };
  const at = '2026-11-23T12:00:00.000Z';
  const session: SessionFacts = {
    ...{ id: newId(), user_id: newId(), organization_id: null, address: '192.0.2.17', user_agent: 'curl/8.9.1' },
    ...{ suspicion: null, suspected_at: at, created_at: at, last_active_at: at, expires_at: at },
  };

  for (const [suspicion, reason] of Object.entries(reasons) as [Suspicion, string][]) {
    it(`${suspicion}: says why the session is unusual, and gives no other reason`, () => {
      const to = { email: 'ada@example.org', name: 'Ada' };
      const { text } = suspicionMail(to, 'https://architect.example', { ...session, suspicion });
      const given = Object.values(reasons).filter((one) => text.includes(one));
      expect(given).to.deep.equal([reason]);
    });
  }

  it('is not sent to a user who was deleted since', async () => {
    const sent: Mail[] = [];
    const sendMail = (_unit: unknown, mail: Mail): Promise<void> => Promise.resolve(void sent.push(mail));
    const warning = createSuspicionWarning({ publicUrl: 'https://architect.example', sendMail });
    const db = { query: () => Promise.resolve([]) } as unknown as Db;
    const unit = { db, actor: undefined, request_id: newId(), now: new Date(at) };
    await warning.handle(unit, { data: session } as unknown as Parameters<typeof warning.handle>[1]);
    expect(sent).to.deep.equal([]);
  });
});
