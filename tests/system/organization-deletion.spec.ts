import { expect } from 'chai';
import { verifyAuditChain } from '../../src/audit/verify.ts';
import type { JobContext } from '../../src/queue/job-context.ts';
import { eraseOrganization, sweepOrganizations } from '../../src/modules/organizations/organizations.jobs.ts';
import { openDatabase, type Database, type Db } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { createMember, type Account } from '../support/accounts.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { createTask } from '../support/factories.ts';
import { silentLogger } from '../support/silent-logger.ts';
import { createWorld } from '../support/world.ts';

const DAY_MS = 86_400_000;

describe('deleting an organization removes everything of it and nothing of another', function () {
  this.timeout(60_000);
  let app: TestApp;
  let database: Database;
  let db: Db;

  before(async function () {
    this.timeout(120_000);
    // Without workers, so that the steps of the job are the test's to take.
    app = await startApp({ app: { isWorking: false } });
    database = await openDatabase({ url: app.databaseUrl });
    db = database.db;
  });
  after(async () => {
    await database.close();
    await app.stop();
  });

  /** What a worker would give the job; `onStep` is called before each of its transactions. */
  function context(onStep: () => void = () => undefined, used = db): JobContext {
    return {
      job: { id: newId(), name: 'organizations.erase', attempt: 1, attempts_max: 25 },
      db: used,
      clock: app.clock,
      logger: silentLogger,
      signal: new AbortController().signal,
      inUnit: async (actor, work) => {
        onStep();
        return used.transaction((tx) => work({ db: tx, actor, request_id: 'erasure', now: app.clock.now() }));
      },
    };
  }

  const erase = ({ organization_id }: Account, onStep?: () => void) =>
    eraseOrganization({ organization_id }, context(onStep));

  async function remove({ v2, organization_id }: Account): Promise<void> {
    const params = { path: { organization_id } };
    const { response } = await v2.DELETE('/api/v2/organizations/{organization_id}', { params });
    expect(response.status).to.equal(204);
  }

  /** Every table, or partition, that has the column; asked of PostgreSQL, so that none is forgotten. */
  async function tablesWith(column: string): Promise<string[]> {
    const rows = await app.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = $1
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped ORDER BY 1`,
      [column],
    );
    return rows.map(({ name }) => name);
  }

  /** Rows of the organization, by table. */
  async function countsOf({ organization_id }: Account): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of await tablesWith('organization_id')) {
      const [row] = await app.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${table} WHERE organization_id = $1`,
        [organization_id],
      );
      counts[table] = row!.count;
    }
    return counts;
  }

  const filled = (counts: Record<string, number>) => Object.keys(counts).filter((table) => counts[table]! > 0);

  /** An organization with something of every kind, a stored response and a second member. */
  async function createFilled(): Promise<Account> {
    const { owner, ids } = await createWorld(app);
    await createMember(app, owner, 'admin');
    const params = { path: { project_id: ids['project_id']! }, header: { 'Idempotency-Key': newId() } };
    await owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body: { title: 'Kept under a key' } });
    // Writes what was counted of the keys.
    await owner.v2.GET('/api/v2/contract/usage');
    return owner;
  }

  it('leaves no row in any table that names an organization, and every row of its neighbour', async () => {
    const [gone, neighbour] = [await createFilled(), await createFilled()];
    const kept = await countsOf(neighbour);
    const tables = filled(await countsOf(gone));
    for (const table of ['tasks', 'audit_log', 'outbox', 'idempotency_keys', 'invitations', 'api_keys', 'key_usage'])
      expect(tables).to.include(table);
    expect(tables.some((table) => /^events_\d{4}_\d\d$/.test(table))).to.equal(true);
    await remove(gone);
    await erase(gone);
    expect(filled(await countsOf(gone))).to.deep.equal([]);
    expect(await countsOf(neighbour)).to.deep.equal(kept);
    expect(await app.query('SELECT FROM import_uploads u LEFT JOIN imports i ON i.id = u.import_id WHERE i.id IS NULL'))
      .to.be.empty;
  });

  it('lets only accounts and their sessions point at an organization without being its own', async () => {
    const pointers = await app.query<{ name: string }>(
      `SELECT conrelid::regclass::text AS name FROM pg_constraint
        WHERE contype = 'f' AND confrelid = 'organizations'::regclass AND confdeltype = 'n' ORDER BY 1`,
    );
    expect(pointers.map(({ name }) => name)).to.deep.equal(['sessions', 'users']);
  });

  it('goes on where a crash ended it, batch by batch', async () => {
    const owner = await createFilled();
    const project = await app.query<{ id: string }>('SELECT id FROM projects WHERE organization_id = $1', [
      owner.organization_id,
    ]);
    await createTask(owner, project[0]!);
    await app.query(
      `INSERT INTO audit_log (id, organization_id, actor_type, action, resource_type, request_id, created_at)
       SELECT gen_random_uuid(), $1, 'system', 'test.fill', 'test', 'fill', $2 FROM generate_series(1, 1200)`,
      [owner.organization_id, app.clock.now()],
    );
    await remove(owner);
    let runs = 0;
    for (let isDone = false; !isDone; runs++) {
      let steps = 0;
      isDone = await erase(owner, () => {
        // The process dies before its third transaction.
        if (++steps > 2) throw new Error('killed');
      }).then(
        () => true,
        () => false,
      );
    }
    expect(runs).to.be.greaterThan(3);
    expect(filled(await countsOf(owner))).to.deep.equal([]);
    await erase(owner);
  });

  it('refuses to delete audit rows of an organization that is there, or was never', async () => {
    const owner = await createFilled();
    const attempt = (id: string) => app.query('DELETE FROM audit_log WHERE organization_id = $1', [id]);
    const refusal = await attempt(owner.organization_id).catch((error: unknown) => String(error));
    expect(refusal).to.include('append-only');
    const installation = await app
      .query('DELETE FROM audit_log WHERE organization_id IS NULL')
      .catch((error: unknown) => String(error));
    expect(installation).to.include('append-only');
  });

  it('keeps what late requests leave behind for an hour at most, and the tombstone for a day', async () => {
    const owner = await createFilled();
    await remove(owner);
    await erase(owner);
    await app.query(
      `INSERT INTO audit_log (id, organization_id, actor_type, action, resource_type, request_id, created_at)
       VALUES ($1, $2, 'system', 'test.late', 'test', 'late', $3)`,
      [newId(), owner.organization_id, app.clock.now()],
    );
    const tombstones = () =>
      app.query('SELECT name, slug, version FROM organizations WHERE id = $1', [owner.organization_id]);
    await sweepOrganizations({}, context());
    expect(filled(await countsOf(owner))).to.deep.equal([]);
    expect(await tombstones()).to.deep.equal([{ name: 'deleted', slug: null, version: 2 }]);
    app.clock.advance(DAY_MS + 1);
    await sweepOrganizations({}, context());
    app.clock.reset();
    expect(await tombstones()).to.deep.equal([]);
  });

  it('leaves the chains of the installation and of the neighbour sound, with the deletion on record', async () => {
    const working = await startApp();
    const own = await openDatabase({ url: working.databaseUrl });
    try {
      const [{ owner: gone }, { owner: neighbour }] = [await createWorld(working), await createWorld(working)];
      await gone.v2.DELETE('/api/v2/organizations/{organization_id}', {
        params: { path: { organization_id: gone.organization_id } },
      });
      const projects = () => working.query('SELECT FROM projects WHERE organization_id = $1', [gone.organization_id]);
      await eventually(async () => expect(await projects()).to.have.length(0), 20_000);
      const left = () =>
        working.query(
          `SELECT FROM audit_log WHERE organization_id = $1
           UNION ALL SELECT FROM events WHERE organization_id = $1
           UNION ALL SELECT FROM audit_chains WHERE organization_id = $1`,
          [gone.organization_id],
        );
      await eventually(async () => {
        // A job of the organization that ran when it was deleted may write a row after it: see sweepOrganizations.
        await sweepOrganizations({}, context(undefined, own.db));
        expect(await left()).to.have.length(0);
      }, 20_000);
      const verify = (id: string | null) => verifyAuditChain(own.db, id, { now: working.clock.now() });
      await eventually(async () => {
        const [{ hash }] = (await working.query<{ hash: unknown }>(
          'SELECT hash FROM audit_log WHERE resource_id = $1',
          [gone.organization_id],
        )) as [{ hash: unknown }];
        expect(hash).not.to.equal(null);
      });
      expect(await verify(null)).to.deep.include({ is_intact: true, fault: null });
      expect((await verify(null)).checked).to.be.greaterThan(0);
      expect(await verify(neighbour.organization_id)).to.deep.include({ is_intact: true, fault: null });
      expect((await verify(neighbour.organization_id)).checked).to.be.greaterThan(0);
    } finally {
      await own.close();
      await working.stop();
    }
  });
});
