import { expect } from 'chai';
import { createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createBystanders, rowsAround, type Bystanders } from '../support/bystanders.ts';
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

describe('every operation: what it leaves alone', function () {
  // Each test reads what all before it have left in the database. Jobs of schedules would change rows, too.
  this.timeout(60_000);
  const app = useApp({ app: { isWorking: false } });
  let elsewhere: World;

  before(async () => {
    elsewhere = await createWorld(app);
  });

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
    const { before, after } = await rowsAround(app, untouched, async () => {
      const headers = bearer(isForSessions(operation) ? session : owner);
      const response = await send(app, unique(sampleRequest(operation, ids)), { headers });
      expect(response.status, await response.text()).to.be.within(200, 299);
    });
    expect(after).to.deep.equal(before);
  });

  it('names operations of the documents', () => {
    const known = documentedOperations.map(({ id }) => id);
    expect(Object.keys(affected).filter((id) => !known.includes(id))).to.deep.equal([]);
  });
});
