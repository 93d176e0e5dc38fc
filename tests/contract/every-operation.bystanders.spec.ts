import { expect } from 'chai';
import { createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createBystanders, type Bystanders } from '../support/bystanders.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach, isForSessions, isUnsafe, secured } from '../support/every-operation.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';

// A statement that lost a condition changes more rows than the request names. After each operation the rows of
// everything else are as they were.

/** What of the bystanders a change affects by its nature: the nearest circles. */
const affected: Readonly<Record<string, readonly (keyof Bystanders)[]>> = {
  deleteProject: ['project'],
  deleteOrganization: ['project', 'organization'],
  // What a deleted user has created loses its creator.
  deleteMe: ['project', 'organization'],
};

/** Rows that are only appended, or that count requests. */
const apart = ['audit_log', 'audit_chains', 'events', 'outbox', 'outbox_dead', 'idempotency_keys', 'operation_usage'];

describe('every operation: what it leaves alone', () => {
  const app = useApp();
  let elsewhere: World;
  let tables: readonly string[];

  before(async () => {
    elsewhere = await createWorld(app);
    const rows = await app.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
          AND relnamespace = 'public'::regnamespace AND relname !~ '^migration' AND relname <> ALL ($1)`,
      [apart],
    );
    tables = rows.map(({ name }) => name);
    expect(tables).to.include.members(['tasks', 'users', 'sessions', 'organization_members', 'totp_factors']);
  });

  /** The rows that name one of the ids, by table. */
  async function rowsOf(ids: readonly string[]): Promise<readonly string[]> {
    const pattern = ids.join('|');
    const parts = tables.map(
      (name) => `SELECT '${name} ' || to_jsonb(t)::text AS row FROM ${name} AS t WHERE to_jsonb(t)::text ~ $1`,
    );
    const rows = await app.query<{ row: string }>(`${parts.join(' UNION ALL ')} ORDER BY 1`, [pattern]);
    return rows.map(({ row }) => row);
  }

  async function makeRoom({ id }: DocumentedOperation, owner: Account, ids: World['ids']): Promise<void> {
    if (id === 'revokeMyOtherSessions') await createSession(app, owner);
    if (id === 'addTaskDependency') {
      const values = [ids['task_id'], ids['blocking_task_id']];
      await app.query('DELETE FROM task_dependencies WHERE task_id = $1 AND blocking_task_id = $2', values);
    }
    // The last owner cannot leave.
    if (id === 'deleteMe')
      await app.query("UPDATE organization_members SET role = 'viewer' WHERE user_id = $1", [owner.user_id]);
  }

  const writing = secured.filter(isUnsafe).filter(({ version }) => version === 'v2');
  forEach(writing, async (operation) => {
    const world = await createWorld(app);
    const { owner, session } = world;
    const bystanders = await createBystanders(app, world, elsewhere);
    const ids: World['ids'] = { ...world.ids, ...(await prepare(app, operation, owner)) };
    await makeRoom(operation, owner, ids);
    const untouched = Object.entries(bystanders)
      .filter(([circle]) => !(affected[operation.id] ?? []).includes(circle as keyof Bystanders))
      .flatMap(([, named]) => named as readonly string[]);
    const before = await rowsOf(untouched);
    const headers = bearer(isForSessions(operation) ? session : owner);
    const response = await send(app, unique(sampleRequest(operation, ids)), { headers });
    expect(response.status, await response.text()).to.be.within(200, 299);
    expect(await rowsOf(untouched)).to.deep.equal(before);
  });

  it('names operations of the documents', () => {
    const known = documentedOperations.map(({ id }) => id);
    expect(Object.keys(affected).filter((id) => !known.includes(id))).to.deep.equal([]);
  });
});
