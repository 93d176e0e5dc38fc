import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createKeyring } from '../../src/platform/crypto.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { sealedValues } from '../../src/rotation.ts';
import { clientsOf, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';
import { createAccountWithPassword, password } from '../support/passwords.ts';
import { goodSecret } from '../support/production-settings.ts';
import { codeOf, turnOn, type Authenticator } from '../support/second-factor.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

const oldKey = goodSecret;
const newKey = 'Hq6iToV1aEuK4dGfM5hJcN8bYtR2wLp7XsQ9vk3Z';

describe('the command rotate-secrets', function () {
  this.timeout(60_000);
  const prepare = useServers();
  let old: ServerProcess;
  let account: Account;
  let factor: Authenticator;
  let apiKey: string;
  const idempotencyKey = randomUUID();

  const createKey = async (
    server: ServerProcess,
  ): Promise<{ readonly token: string; readonly isReplayed: boolean }> => {
    const { v2 } = clientsOf(server, factor.proven);
    const header = { 'Idempotency-Key': idempotencyKey };
    const created = await v2.POST('/api/v2/api-keys', {
      params: { header },
      body: { name: 'deploy', scopes: ['projects:read'] },
    });
    const isReplayed = created.response.headers.get('idempotency-replayed') === 'true';
    return { token: bodyOf(created).token, isReplayed };
  };
  const withKeys = (keys: Readonly<Record<string, string>>): Promise<ServerProcess> =>
    prepare({ DATABASE_URL: old.databaseUrl, ...keys });
  const countsOf = (output: string): Record<string, string> =>
    Object.fromEntries([...output.matchAll(/^(.*?): (.*)$/gm)].map(([, name, text]) => [name!, text!]));
  const report = (resealed: number, current: number, unreadable = 0): string =>
    `${resealed} encrypted anew, ${current} had the current key, 0 changed meanwhile, ${unreadable} unreadable`;

  before(async function () {
    this.timeout(60_000);
    old = await prepareServer({ SECRET_KEY: oldKey });
    // Without a worker, the mail stays in the outbox.
    await old.start('--no-worker');
    account = await createAccountWithPassword(old);
    factor = await turnOn(old, account);
    apiKey = (await createKey(old)).token;
    await clientsOf(old, 'nothing').v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
    expect(await old.stop()).to.equal(0);
    // The same mail where it would be later: in the queue, or given up.
    await old.query(
      `SELECT graphile_worker.add_job('mail.send', payload::json, run_at := now() + interval '1 day')
         FROM (SELECT payload FROM outbox WHERE name = 'mail.send' ORDER BY id LIMIT 1) AS first`,
    );
    await old.query(
      `INSERT INTO outbox_dead (id, kind, name, payload, created_at, attempts, last_error, died_at)
       SELECT id, kind, name, payload, created_at, 25, 'refused', created_at FROM outbox
        WHERE name = 'mail.send' ORDER BY id LIMIT 1`,
    );
  });

  after(() => old.remove());

  it('knows everything in the source that is encrypted', () => {
    const purposes = globSync('src/**/*.ts')
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/\.cipher\((\w+|'[^']+')\)|\.encrypt\((\w+|'[^']+')/g),
      ])
      .map(([, purpose]) => purpose!);
    const constants = ['FACTOR_PURPOSE', 'RESPONSE_PURPOSE', 'MAIL_PURPOSE'];
    // The command itself chooses the cipher by `values.purpose`, and the keyring makes its own.
    expect([...new Set(purposes)].filter((purpose) => purpose !== 'purpose')).to.have.members(constants);
    expect([...new Set(sealedValues.map(({ purpose }) => purpose))]).to.have.members(['totp', 'responses', 'mail']);
  });

  for (const values of sealedValues) {
    it(`does not overwrite ${values.name} that changed after they were read`, async () => {
      const database = await openDatabase({ url: old.databaseUrl });
      try {
        const [value] = await values.list(database.db, undefined, 1);
        const stale = { ...value!, sealed: Buffer.from('what a run read before') };
        expect(await values.replace(database.db, stale, Buffer.from('what it would write'))).to.equal(false);
        expect((await values.list(database.db, undefined, 1))[0]).to.deep.equal(value);
        // The same value as it is now can be replaced.
        expect(await values.replace(database.db, value!, value!.sealed)).to.equal(true);
      } finally {
        await database.close();
      }
    });
  }

  it('comes after the doctor, who finds keys that do not open what is encrypted', async () => {
    const keysFinding = async (keys: Readonly<Record<string, string>>): Promise<string> => {
      const { output } = await (await withKeys(keys)).run(['doctor'], '');
      return /^\w+ +keys .*$/m.exec(output)?.[0] ?? output;
    };
    const wrong = await keysFinding({ SECRET_KEY: newKey });
    expect(wrong).to.match(
      /^FAIL +keys +SECRET_KEY and SECRET_KEY_PREVIOUS do not open second factors in the database$/,
    );
    const right = /^ok +keys +they open what is encrypted \(\d+ values tried\)$/;
    expect(await keysFinding({ SECRET_KEY: oldKey })).to.match(right);
    expect(await keysFinding({ SECRET_KEY: newKey, SECRET_KEY_PREVIOUS: oldKey })).to.match(right);
  });

  it('leaves values as they are whose key is not set, says so, and ends with 1', async () => {
    const server = await withKeys({ SECRET_KEY: newKey });
    const { code, output } = await server.run(['rotate-secrets'], '');
    expect(code).to.equal(1);
    expect(countsOf(output)).to.include({ 'second factors': report(0, 0, 1) });
    expect(output).to.match(/\d values have a key that is not set: add it to SECRET_KEY_PREVIOUS, and run again/);
    const untouched = await withKeys({ SECRET_KEY: oldKey });
    const again = countsOf((await untouched.run(['rotate-secrets'], '')).output);
    expect(again).to.include({ 'second factors': report(0, 1) });
  });

  it('encrypts second factors, stored responses and mails with the current key, once', async () => {
    const server = await withKeys({ SECRET_KEY: newKey, SECRET_KEY_PREVIOUS: oldKey });
    const first = await server.run(['rotate-secrets'], '');
    expect(first.code, first.output).to.equal(0);
    const counts = countsOf(first.output);
    const [sealed] = await old.query<{ responses: number; mails: number }>(
      `SELECT (SELECT count(*)::int FROM idempotency_keys WHERE is_encrypted) AS responses,
              (SELECT count(*)::int FROM outbox, jsonb_object_keys(payload) AS part
                WHERE name = 'mail.send' AND part IN ('text', 'html')) AS mails`,
    );
    expect(sealed!.responses).to.be.greaterThan(0);
    expect(sealed!.mails).to.be.greaterThan(0);
    expect(counts).to.include({
      'second factors': report(1, 0),
      'stored responses': report(sealed!.responses, 0),
      'mails in the outbox': report(sealed!.mails, 0),
      'recovery codes': '10 unused, of which only signatures are stored',
    });
    const again = countsOf((await server.run(['rotate-secrets'], '')).output);
    expect(again).to.include({ 'second factors': report(0, 1), 'mails in the outbox': report(0, sealed!.mails) });
  });

  it('encrypts mails wherever they wait', async () => {
    const cipher = createKeyring(newKey).cipher('mail');
    const rows = await old.query<{ place: string; to: string; text: string }>(
      `SELECT 'queue' AS place, payload ->> 'to' AS to, payload ->> 'text' AS text FROM graphile_worker._private_jobs
       UNION ALL SELECT 'dead', payload ->> 'to', payload ->> 'text' FROM outbox_dead
       UNION ALL SELECT 'outbox', payload ->> 'to', payload ->> 'text' FROM outbox WHERE name = 'mail.send'`,
    );
    expect(rows.map(({ place }) => place)).to.include.members(['queue', 'dead', 'outbox']);
    for (const { to, text } of rows)
      expect(cipher.open(Buffer.from(text, 'base64url'), to).toString()).to.include('Architect');
  });

  it('makes the previous key unnecessary: a code logs in, a response is repeated, a mail arrives', async () => {
    const server = await withKeys({ SECRET_KEY: newKey });
    await server.start();
    expect(await createKey(server)).to.deep.equal({ token: apiKey, isReplayed: true });
    const { v2 } = clientsOf(server, 'nothing');
    const { email } = account;
    const challenge = bodyOf(await v2.POST('/api/v2/auth/login', { body: { email, password } }));
    if (challenge.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    const code = codeOf(factor.secret, server.clock.now());
    const body = { challenge_token: challenge.challenge_token, code };
    expect((await v2.POST('/api/v2/auth/login/mfa', { body })).response.status).to.equal(200);
    await eventually(async () => {
      const subjects = (await server.mail.all(email)).map(({ subject }) => subject);
      expect(subjects.join()).to.match(/password/);
    }, 20_000);
    expect(await server.stop()).to.equal(0);
  });
});
