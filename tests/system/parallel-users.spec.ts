import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { newAddress } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';

describe('Concurrency_ParallelUserCreation', function () {
  this.timeout(60_000);
  const app = useApp({});
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  const create = (email: string, name: string) => operator.v2.POST('/api/v2/users', { body: { email, name } });
  const rowsOf = (addresses: readonly string[]): Promise<{ email: string }[]> =>
    app.query('SELECT email FROM users WHERE email = ANY ($1)', [addresses]);

  it('makes 100 distinct users at the same time, each once', async () => {
    const addresses = Array.from({ length: 100 }, newAddress);
    const results = await Promise.all(addresses.map((email, index) => create(email, `User ${index}`)));
    expect(results.map(({ response }) => response.status)).to.deep.equal(Array(100).fill(201));
    expect(results.map(({ data }) => data?.email)).to.deep.equal(addresses);
    expect((await rowsOf(addresses)).map(({ email }) => email)).to.have.members(addresses);
    const events = await app.query<{ subject: string }>(
      `SELECT subject FROM events WHERE type = 'user.registered' AND data->>'email' = ANY ($1)`,
      [addresses],
    );
    const subjects = results.map(({ data }) => `user/${data!.id}`);
    expect(events.map(({ subject }) => subject)).to.have.members(subjects);
  });

  it('makes one of 100 users with the same address, and tells the others that it is taken', async () => {
    const email = newAddress();
    const spelled = (index: number): string => (index % 2 === 0 ? email : email.toUpperCase());
    const results = await Promise.all(
      Array.from({ length: 100 }, (_item, index) => create(spelled(index), `User ${index}`)),
    );
    const made = results.filter(({ response }) => response.status === 201);
    const refused = results.filter((result) => {
      const { status, code } = refusalOf(result);
      return status === 409 && code === 'email_taken';
    });
    expect([made.length, refused.length]).to.deep.equal([1, 99]);
    expect(await rowsOf([email])).to.deep.equal([{ email }]);
    const tokens = await app.query('SELECT user_id FROM one_time_tokens WHERE user_id = $1', [made[0]!.data!.id]);
    expect(tokens).to.have.length(1);
  });
});
