import { expect } from 'chai';
import type { Db } from '../../../../src/platform/database.ts';
import type { Import } from '../../../../generated/v2/types.ts';
import { runImport as runImportJob, sweepImports } from '../../../../src/modules/imports/imports.jobs.ts';
import { findStranded } from '../../../../src/modules/imports/imports.repository.ts';
import { serviceUnavailable } from '../../../../src/platform/database-errors.ts';
import { JobInterrupted, type JobContext } from '../../../../src/queue/job-context.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { runImport } from '../../../support/archive.ts';
import { bodyOf, createProject } from '../../../support/factories.ts';
import { createOpenImport } from '../../../support/open-import.ts';
import { useScene } from '../../../support/scene.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('an import that ends', () => {
  const scene = useScene();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  const importOf = async (import_id: string): Promise<Import> =>
    bodyOf(await scene.owner.v2.GET('/api/v2/imports/{import_id}', { params: { path: { import_id } } }));
  const sweep = (laterMs = 120_000): Promise<unknown> => {
    const now = (): Date => new Date(scene.app.clock.now().getTime() + laterMs);
    return Promise.resolve(sweepImports({}, contextOn(database.db, { now })));
  };
  const begin = async (): Promise<string> =>
    createOpenImport(scene.app, await createProject(scene.owner), scene.member.user_id);
  const addJob = (id: string, options: string): Promise<unknown> =>
    scene.app.query(
      `SELECT graphile_worker.add_job('imports.run', json_build_object('import_id', $1::text),
                run_at => now() + interval '1 hour', job_key => 'import ' || $1, max_attempts => 10) ${options}`,
      [id],
    );

  const away = serviceUnavailable(new Error('away'));
  /** The database becomes unavailable in the middle of each step. */
  const withoutTransactions = (db: Db): Db => ({
    get knex() {
      return db.knex;
    },
    query: (statement, values) => db.query(statement, values),
    defer: (statement, values) => db.defer(statement, values),
    touch: (tags) => db.touch(tags),
    transaction: () => Promise.reject(away),
  });
  const withoutDatabase = (context: JobContext): JobContext => ({
    ...context,
    inUnit: (who, work) => context.inUnit(who, (unit) => work({ ...unit, db: withoutTransactions(unit.db) })),
  });
  const inLastAttempt = (context: JobContext): JobContext => ({
    ...context,
    job: { ...context.job, attempt: 10, attempts_max: 10 },
  });
  const payloadOf = (import_id: string) => {
    const { user_id, organization_id } = scene.member;
    const actor = { user_id, organization_id, role: 'member', scopes: undefined, is_operator: false } as const;
    return { import_id, actor: { ...actor, credential_id: null, credential_type: null } };
  };
  const outcomeOf = (payload: ReturnType<typeof payloadOf>, context: JobContext): Promise<unknown> =>
    Promise.resolve(runImportJob(payload, context)).catch((error: unknown) => error);
  /** An import of one task. */
  async function beginCsv(): Promise<string> {
    const id = await begin();
    await scene.app.query("UPDATE imports SET source = 'csv' WHERE id = $1", [id]);
    await scene.app.query('UPDATE import_uploads SET content = $2 WHERE import_id = $1', [id, 'title\nFirst\n']);
    return id;
  }

  /** Neither upload nor cursor is left. */
  async function assertGone(id: string): Promise<void> {
    const uploads = await scene.app.query('SELECT FROM import_uploads WHERE import_id = $1', [id]);
    expect(uploads, 'uploads that are left').to.have.length(0);
    const cursors = await scene.app.query('SELECT FROM job_cursors WHERE key = $1', [`import ${id}`]);
    expect(cursors, 'cursors that are left').to.have.length(0);
  }

  async function assertFailed(id: string, reason: string): Promise<void> {
    const row = await importOf(id);
    expect(row).to.include({ status: 'failed', version: 2, records_done: 0 });
    expect([row.started_at, row.updated_at], 'when it was begun and changed').to.deep.equal([
      row.finished_at,
      row.finished_at,
    ]);
    expect(row.failure).to.include(reason);
    await assertGone(id);
    const { audit, events } = await tracesOf(scene.app, 'import', id);
    const [trace] = audit.filter(({ action }) => action === 'import.fail');
    expect(trace?.before).to.include({ status: 'queued', finished_at: null });
    expect(trace?.after).to.deep.equal(row);
    const actors = await scene.app.query<{ actor_type: string }>(
      "SELECT actor_type FROM audit_log WHERE resource_id = $1 AND action = 'import.fail'",
      [id],
    );
    expect(actors).to.deep.equal([{ actor_type: reason === 'job_lost' ? 'system' : 'user' }]);
    expect(events).to.deep.equal([{ type: 'import.failed', data: row }]);
  }

  it('has left nothing behind but its row and its traces when it is completed', async () => {
    const project = await createProject(scene.owner);
    const done = await runImport(scene.member, project);
    await assertGone(done.id);
    const { audit } = await tracesOf(scene.app, 'import', done.id);
    const [trace] = audit.filter(({ action }) => action === 'import.complete');
    expect(trace?.before).to.include({ id: done.id, finished_at: null });
    expect(trace?.after).to.deep.equal(done);
  });

  it('is not among those that the sweep looks at', async () => {
    const done = await runImport(scene.member, await createProject(scene.owner));
    const found = await findStranded(database.db, new Date(scene.app.clock.now().getTime() + 120_000));
    expect(found.map(({ id }) => id)).not.to.include(done.id);
  });

  it('has left no upload behind when it is cancelled', async () => {
    const id = await begin();
    const params = { path: { import_id: id } };
    const after = bodyOf(await scene.member.v2.POST('/api/v2/imports/{import_id}/cancellation', { params }));
    await assertGone(id);
    const { audit } = await tracesOf(scene.app, 'import', id);
    const [trace] = audit.filter(({ action }) => action === 'import.cancel');
    expect(trace?.before).to.include({ status: 'queued', finished_at: null });
    expect(trace?.after).to.deep.equal(after);
  });

  it('is failed when it has no job', async () => {
    const id = await begin();
    await sweep();
    await assertFailed(id, 'job_lost');
  });

  it('is failed when its process has died in the last try', async () => {
    const id = await begin();
    await addJob(id, '');
    await scene.app.query(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, run_at = now() WHERE key = $1`,
      [`import ${id}`],
    );
    await sweep();
    await assertFailed(id, 'job_lost');
  });

  it('is left alone while its job runs for the last time, and while a job without a key may be its own', async () => {
    const [running, other] = [await begin(), await begin()];
    await addJob(running, '');
    await scene.app.query(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, locked_at = now(), locked_by = 'another'
        WHERE key = $1`,
      [`import ${running}`],
    );
    await sweep();
    expect((await importOf(running)).status).to.equal('queued');
    await assertFailed(other, 'job_lost');
    const keyless = await begin();
    await scene.app.query(
      `SELECT graphile_worker.add_job('imports.run', json_build_object('import_id', $1::text),
                run_at => now() + interval '1 hour', max_attempts => 10)`,
      [keyless],
    );
    await sweep();
    expect((await importOf(keyless)).status).to.equal('queued');
    // Without its key, the job would keep the imports of the other tests.
    await scene.app.query('DELETE FROM graphile_worker._private_jobs WHERE key IS NULL AND payload::jsonb @> $1', [
      JSON.stringify({ import_id: keyless }),
    ]);
  });

  it('is left alone while its job waits, is on its way, or has just been left behind', async () => {
    const [waiting, onItsWay, young] = [await begin(), await begin(), await begin()];
    await addJob(waiting, '');
    await scene.app.query(
      `INSERT INTO outbox (kind, name, payload, options, created_at, available_at)
       VALUES ('job', 'imports.run', json_build_object('import_id', $1::text), '{}', now(), now() + interval '1 day')`,
      [onItsWay],
    );
    await sweep();
    expect((await importOf(waiting)).status).to.equal('queued');
    expect((await importOf(onItsWay)).status).to.equal('queued');
    await scene.app.query('UPDATE imports SET created_at = $2, finished_at = NULL, status = $3 WHERE id = $1', [
      young,
      scene.app.clock.now(),
      'queued',
    ]);
    await sweep(0);
    expect((await importOf(young)).status).to.equal('queued');
    await scene.app.query('DELETE FROM outbox WHERE payload @> json_build_object($1::text, $2::text)::jsonb', [
      'import_id',
      onItsWay,
    ]);
  });

  it('goes on later, with no record refused, when the database is away in the middle of a step', async () => {
    const id = await beginCsv();
    const payload = payloadOf(id);
    const context = contextOn(database.db, scene.app.clock);
    const failure = await outcomeOf(payload, withoutDatabase(context));
    expect(failure).to.equal(away);
    expect(await importOf(id)).to.include({ status: 'queued', records_done: 0 });
    const started_at = '2026-01-01T08:00:00.000Z';
    await scene.app.query('UPDATE imports SET started_at = $2 WHERE id = $1', [id, started_at]);
    expect(await runImportJob(payload, context)).to.equal(undefined);
    const done = await importOf(id);
    expect(done).to.include({ status: 'completed', started_at });
    expect([done.counts.tasks.created, done.refused]).to.deep.equal([1, []]);
  });

  it('is failed when the database is away in the last attempt', async () => {
    const id = await beginCsv();
    const context = inLastAttempt(withoutDatabase(contextOn(database.db, scene.app.clock)));
    expect(await outcomeOf(payloadOf(id), context)).to.equal(undefined);
    await assertFailed(id, 'service_unavailable');
  });

  it('goes on later when the process stops, even in the last attempt', async () => {
    const id = await beginCsv();
    const context = inLastAttempt(contextOn(database.db, scene.app.clock));
    const outcome = await outcomeOf(payloadOf(id), { ...context, signal: AbortSignal.abort() });
    expect(outcome).to.be.instanceOf(JobInterrupted);
    expect(await importOf(id)).to.include({ status: 'queued', failure: null });
  });

  it('is failed, and not tried again, when two processes have died with it at one place', async () => {
    const id = await begin();
    await scene.app.query(
      `INSERT INTO job_cursors (key, cursor, updated_at, open_starts, started_by)
       VALUES ('import ' || $1, '0', now(), 2, gen_random_uuid())`,
      [id],
    );
    expect(await runImportJob(payloadOf(id), contextOn(database.db, scene.app.clock))).to.equal(undefined);
    await assertFailed(id, 'worker_died');
  });
});
