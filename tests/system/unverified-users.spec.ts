import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';
import { newAddress, password, tokenIn } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';

const DAY_MS = 86_400_000;

describe('Accounts that nobody opens', function () {
  this.timeout(60_000);

  const app = useApp({});
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });
  afterEach(() => {
    app.clock.reset();
  });

  async function register(email: string): Promise<string> {
    const body = { email, name: 'Ada Lindqvist', password };
    expect((await app.v2.POST('/api/v2/auth/register', { body })).response.status).to.equal(202);
    return tokenIn((await app.mail.next(email)).text);
  }

  async function idOf(email: string): Promise<string | undefined> {
    const [row] = await app.query<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]);
    return row?.id;
  }

  /** As time goes by; twice, because the jobs must find nothing to do where they have done their work. */
  async function sweep(): Promise<void> {
    for (const name of ['auth.sweep', 'users.sweep', 'auth.sweep', 'users.sweep']) {
      const [job] = await app.query<{ id: string }>('SELECT id FROM graphile_worker.add_job($1)', [name]);
      await eventually(async () => {
        expect(await app.query('SELECT 1 FROM graphile_worker.jobs WHERE id = $1', [job!.id])).to.deep.equal([]);
      }, 30_000);
    }
  }

  it('goes 30 days after its registration, on the record', async () => {
    const email = newAddress();
    const token = await register(email);
    const id = (await idOf(email))!;
    app.clock.advance(30 * DAY_MS - 60_000);
    await sweep();
    expect(await idOf(email)).to.equal(id);
    app.clock.advance(120_000);
    await sweep();
    expect(await idOf(email)).to.equal(undefined);

    const audit = await app.query(
      `SELECT action, actor_type, actor_id FROM audit_log WHERE resource_id = $1 ORDER BY id`,
      [id],
    );
    expect(audit.at(-1)).to.deep.equal({ action: 'user.delete', actor_type: 'system', actor_id: null });
    const events = await app.query<{ type: string }>('SELECT type, data FROM events WHERE subject = $1 ORDER BY id', [
      `user/${id}`,
    ]);
    expect(events.map(({ type }) => type)).to.deep.equal(['user.registered', 'user.deleted']);
    expect(JSON.stringify(events)).to.not.include(email);
    expect(await app.query('SELECT 1 FROM one_time_tokens WHERE user_id = $1', [id])).to.deep.equal([]);

    const verified = await app.v2.POST('/api/v2/auth/email-verification', { body: { token } });
    expect(refusalOf(verified)).to.deep.equal({ status: 409, code: 'token_invalid' });
    await register(email);
    expect(await idOf(email)).to.not.equal(id);
  });

  it('stays while a link that was asked for later can be sent again', async () => {
    const email = newAddress();
    await register(email);
    app.clock.advance(28 * DAY_MS);
    await register(email);
    app.clock.advance(7 * DAY_MS);
    await sweep();
    expect(await idOf(email)).to.be.a('string');
    app.clock.advance(2 * DAY_MS);
    await sweep();
    expect(await idOf(email)).to.equal(undefined);
  });

  it('goes where an operator made it and nobody accepted; stays where the operator closed it', async () => {
    const [forgotten, closed] = [newAddress(), newAddress()];
    for (const email of [forgotten, closed]) {
      bodyOf(await operator.v2.POST('/api/v2/users', { body: { email, name: 'Grace' } }));
    }
    await app.query('UPDATE users SET deactivated_at = created_at WHERE email = $1', [closed]);
    app.clock.advance(31 * DAY_MS);
    await sweep();
    expect(await idOf(forgotten)).to.equal(undefined);
    expect(await idOf(closed)).to.be.a('string');
  });

  it('stays for good once it was opened', async () => {
    const email = newAddress();
    const token = await register(email);
    const body = { token };
    expect((await app.v2.POST('/api/v2/auth/email-verification', { body })).response.status).to.equal(200);
    app.clock.advance(400 * DAY_MS);
    await sweep();
    expect(await idOf(email)).to.be.a('string');
  });

  it('goes with all others of its age, more than one batch of them', async () => {
    const time = new Date(app.clock.now().getTime() - 31 * DAY_MS);
    await app.query(
      `INSERT INTO users (id, email, name, created_at, updated_at)
       SELECT gen_random_uuid(), 'crowd-' || n || '@meridian.example', 'Crowd', $1, $1 FROM generate_series(1, 105) n`,
      [time],
    );
    await sweep();
    expect(await app.query(`SELECT 1 FROM users WHERE email LIKE 'crowd-%'`)).to.deep.equal([]);
  });
});
