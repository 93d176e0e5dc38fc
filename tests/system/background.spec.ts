import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openContext } from '../../src/app.ts';
import { startBackground } from '../../src/background.ts';
import { loadConfig } from '../../src/config.ts';
import { createModules } from '../../src/modules/modules.ts';
import { record } from '../../src/outbox/record.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import type { JobName } from '../../src/queue/job-payloads.ts';
import type { JobEnd } from '../../src/queue/worker.ts';
import type { Db } from '../../src/platform/database.ts';
import { MAIL_PURPOSE, sealMail } from '../../src/queue/mail-job.ts';
import type { Keyring } from '../../src/platform/crypto.ts';
import type { Part } from '../../src/platform/close-in-order.ts';
import { newId } from '../../src/platform/ids.ts';
import { projectCreated, unitOn } from '../support/changes.ts';
import { createScratchDatabase } from '../support/database.ts';
import type { ScratchDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { createManualClock } from '../support/clock.ts';
import { silentLogger } from '../support/silent-logger.ts';

describe('background', function () {
  this.timeout(60_000);
  const clock = createManualClock('2026-11-23T12:00:00.000Z');
  const ago = (hours: number): Date => new Date(clock.now().getTime() - hours * 3_600_000);
  let scratch: ScratchDatabase;
  let db: Db;
  let keyring: Keyring;
  let parts: readonly Part[] = [];
  let dataDir: string;
  const ends: JobEnd[] = [];
  const sent: string[] = [];
  let commits = 0;

  before(async () => {
    scratch = await createScratchDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'architect-background-'));
    const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, DATABASE_URL: scratch.url });
    const opened = await openContext(config, { clock, logger: silentLogger }, () => true);
    const { context } = opened;
    ({ db } = context.store);
    ({ keyring } = context);
    context.store.onCommit(() => {
      commits++;
    });
    const background = await startBackground(context, createModules(context), {
      mailer: { send: async ({ subject }) => sent.push(subject) },
      onJobEnd: (end) => ends.push(end),
    });
    parts = [...background, ...opened.parts];
  });
  after(async () => {
    for (const { close } of parts) await close();
    await scratch.drop();
    await rm(dataDir, { recursive: true });
  });

  async function run(name: JobName): Promise<void> {
    const count = ends.length;
    await db.knex.raw('SELECT graphile_worker.add_job(?)', [name]);
    await eventually(async () => {
      const end = ends.slice(count).find((one) => one.name === name);
      expect(end).to.include({ outcome: 'done' });
    });
  }

  it('runs the jobs and seals the audit rows of a committed transaction', async () => {
    const organization_id = newId();
    await db.transaction(async (tx) => {
      await record(unitOn(tx), projectCreated(organization_id));
      await enqueue(
        unitOn(tx),
        'mail.send',
        sealMail(keyring.cipher(MAIL_PURPOSE), { to: 'ada@example.org', subject: 'Hello', text: 'there' }),
      );
    });
    await eventually(async () => {
      expect(sent).to.include('Hello');
      const [row] = await db.knex('audit_log').where({ organization_id }).pluck<(number | null)[]>('sequence');
      expect(row).to.equal(1);
    });
  });

  it('wakes the relay and the sealer at commits of others, but not at their own', async () => {
    const organization_id = newId();
    const before = commits;
    await db.transaction((tx) => record(unitOn(tx), projectCreated(organization_id)));
    await eventually(async () => {
      expect(await db.knex('outbox').where({ organization_id })).to.have.length(0);
      expect(await db.knex('audit_log').where({ organization_id }).whereNull('sequence')).to.have.length(0);
    });
    expect(commits - before).to.equal(1);
  });

  it('sweeps sessions that have ended or idled away, and no other', async () => {
    const user_id = newId();
    const times = { created_at: ago(20), updated_at: ago(20) };
    await db.knex('users').insert({ id: user_id, email: 'ada@example.org', name: 'Ada', ...times });
    const session = (digit: string, last_active_at: Date, expires_at: Date) => ({
      id: newId(),
      user_id,
      token_hash: Buffer.alloc(32, digit),
      address: '192.0.2.1',
      created_at: ago(20),
      last_active_at,
      expires_at,
    });
    const [idle, ended, live] = [
      session('a', ago(13), ago(-9)),
      session('b', ago(1), ago(0)),
      session('c', ago(11), ago(-9)),
    ];
    await db.knex('sessions').insert([idle, ended, live]);
    await run('sessions.sweep');
    expect(await db.knex('sessions').pluck('id')).to.deep.equal([live.id]);
  });

  it('sweeps used and expired tokens and forgotten attempts, and no other', async () => {
    const user_id = newId();
    const times = { created_at: ago(20), updated_at: ago(20) };
    await db.knex('users').insert({ id: user_id, email: 'grace@example.org', name: 'Grace', ...times });
    const token = (digit: string, expires_at: Date) => ({
      token_hash: Buffer.alloc(32, digit),
      user_id,
      purpose: 'password_reset',
      expires_at,
      created_at: ago(20),
    });
    await db.knex('one_time_tokens').insert([token('a', ago(0)), token('b', ago(-1))]);
    // A registration's link can be sent again for a week.
    const registration = (digit: string, expires_at: Date) => ({
      ...token(digit, expires_at),
      purpose: 'email_verification',
      name: 'Grace',
    });
    await db.knex('one_time_tokens').insert([registration('c', ago(7 * 24)), registration('d', ago(7 * 24 - 1))]);
    await db.knex('one_time_tokens').insert({ ...registration('e', ago(-1)), used_at: ago(0) });
    const attempt = (subject: string, at: Date) => ({ subject, failures: 1, blocked_until: at, updated_at: at });
    await db.knex('login_throttles').insert([attempt('old', ago(25)), attempt('recent', ago(2))]);
    const mails = (email: string, window_began_at: Date) => ({
      email,
      purpose: 'password_reset',
      sent: 1,
      window_began_at,
    });
    await db.knex('account_mails').insert([mails('old@example.org', ago(25)), mails('new@example.org', ago(2))]);
    await run('auth.sweep');
    expect(await db.knex('one_time_tokens').orderBy('expires_at').pluck('expires_at')).to.deep.equal([
      ago(7 * 24 - 1).toISOString(),
      ago(-1).toISOString(),
    ]);
    expect(await db.knex('login_throttles').pluck('subject')).to.deep.equal(['recent']);
    expect(await db.knex('account_mails').pluck('email')).to.deep.equal(['new@example.org']);
  });

  it('deletes stored responses after 25 hours', async () => {
    const response = (key: string, created_at: Date) => ({
      principal_id: newId(),
      credential_id: newId(),
      operation: 'v2.createTask',
      key,
      fingerprint: Buffer.alloc(32),
      status: 201,
      headers: '{}',
      is_encrypted: false,
      created_at,
    });
    await db.knex('idempotency_keys').insert([response('old', ago(26)), response('new', ago(24))]);
    await run('idempotency.sweep');
    expect(await db.knex('idempotency_keys').pluck('key')).to.deep.equal(['new']);
  });

  it('creates the partitions of the coming months', async () => {
    clock.set('2027-05-15T00:00:00.000Z');
    await run('events.create_partitions');
    const names = await db
      .knex('pg_tables')
      .whereLike('tablename', 'events\\_2027%')
      .orderBy('tablename')
      .pluck('tablename');
    expect(names).to.include.members(['events_2027_05', 'events_2027_06', 'events_2027_07']);
  });
});
