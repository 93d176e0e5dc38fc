import { expect } from 'chai';
import pg from 'pg';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { createAccountWithPassword, password, tokenIn } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';
import { turnOn } from '../support/second-factor.ts';

const fresh = 'copper meadow kettle 58';

describe('a new password ends what the old one began', () => {
  const app = useApp();

  const logIn = (email: string) => app.v2.POST('/api/v2/auth/login', { body: { email, password } });

  async function reset(email: string): Promise<void> {
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
    const token = tokenIn((await app.mail.next(email)).text);
    const body = { token, password: fresh };
    expect((await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body })).response.status).to.equal(204);
  }

  it('a log-in that waits for its second factor', async () => {
    const account = await createAccountWithPassword(app);
    const { recovery_codes } = await turnOn(app, account);
    await app.mail.next(account.email);
    const { data } = await logIn(account.email);
    if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    await reset(account.email);
    const body = { challenge_token: data.challenge_token, code: recovery_codes[0]! };
    const result = await app.v2.POST('/api/v2/auth/login/mfa', { body });
    expect(refusalOf(result)).to.deep.equal({ status: 401, code: 'mfa_challenge_invalid' });
  });

  it('a log-in whose password has been found right, but whose session has not begun', async () => {
    const { email, user_id } = await createAccountWithPassword(app);
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    try {
      // Stands for the reset, in the middle of its transaction.
      await client.query('BEGIN');
      await client.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [user_id]);
      const result = logIn(email);
      await eventually(async () => {
        const waiting = await app.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        expect(waiting).to.have.length(1);
      });
      await client.query("UPDATE users SET password_hash = replace(password_hash, '=1$', '=1$AAAA') WHERE id = $1", [
        user_id,
      ]);
      await client.query('COMMIT');
      expect(refusalOf(await result)).to.deep.equal({ status: 401, code: 'invalid_credentials' });
    } finally {
      await client.end();
    }
    expect(await app.query('SELECT FROM sessions WHERE user_id = $1', [user_id])).to.have.length(0);
  });
});
