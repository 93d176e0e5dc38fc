import { expect } from 'chai';
import { createMember, type Account } from '../support/accounts.ts';
import { useApp, type TestApp } from '../support/app.ts';
import type { DocumentedOperation } from '../support/contract/document.ts';
import { expectError, forEach, isUnsafe, nameOf, secured } from '../support/every-operation.ts';
import { bodyOf } from '../support/factories.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { archiveProject } from '../support/scene.ts';
import { createWorld, nowhere, type World } from '../support/world.ts';

/** Names of path parameters that are found outside of projects; whatever else a path names lies in one. */
const outside = ['organization_id', 'user_id', 'session_id', 'api_key_id', 'invitation_id', 'entry_id', 'incident_id'];

function inProject({ path }: DocumentedOperation): readonly string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!).filter((name) => !outside.includes(name));
}

const inside = secured.filter((operation) => inProject(operation).length > 0);

/** Writes that an archived project takes, and why. */
const takenWhenArchived: Readonly<Record<string, string>> = {
  updateProject: 'it is how a project is restored; its own tests say what else it refuses',
  deleteProject: 'what is not wanted any more need not be restored first',
};

async function createPrivateWorld(app: TestApp): Promise<World> {
  const world = await createWorld(app);
  const params = { path: { project_id: world.ids['project_id']! } };
  bodyOf(await world.owner.v2.PATCH('/api/v2/projects/{project_id}', { params, body: { visibility: 'private' } }));
  return world;
}

describe('every operation: private and archived projects', () => {
  const app = useApp();

  describe('in a private project: 404 for the rest of the organization, as if nothing were there', () => {
    let world: World;
    let others: readonly Account[];

    before(async () => {
      world = await createPrivateWorld(app);
      others = [await createMember(app, world.owner, 'member'), await createMember(app, world.owner, 'viewer')];
    });

    forEach(inside, async (operation) => {
      const absentIds = Object.fromEntries(inProject(operation).map((name) => [name, nowhere[name]!]));
      for (const other of others) {
        const headers = bearer(other);
        const hidden = await send(app, unique(sampleRequest(operation, world.ids)), { headers });
        const absent = await send(app, unique(sampleRequest(operation, { ...world.ids, ...absentIds })), { headers });
        expect(await expectError(hidden, 404, 'not_found')).to.deep.equal(await expectError(absent, 404, 'not_found'));
      }
    });
  });

  describe('what lists across projects names nothing of a private one to the rest of the organization', () => {
    let world: World;
    let others: readonly Account[];

    before(async () => {
      world = await createPrivateWorld(app);
      others = [await createMember(app, world.owner, 'member'), await createMember(app, world.owner, 'viewer')];
    });

    const lists = secured.filter((operation) => !isUnsafe(operation) && inProject(operation).length === 0);
    forEach(lists, async (operation) => {
      const secrets = Object.entries(world.ids).filter(([name]) => !outside.includes(name));
      for (const other of others) {
        const response = await send(app, sampleRequest(operation, world.ids), { headers: bearer(other) });
        const text = await response.text();
        expect(secrets.filter(([, id]) => text.includes(id)).map(([name]) => name)).to.deep.equal([]);
      }
    });
  });

  describe('in an archived project: 409 project_archived for every write', () => {
    let world: World;

    before(async () => {
      world = await createWorld(app);
      await archiveProject(world.owner, { id: world.ids['project_id']! });
    });

    const writes = inside.filter((operation) => isUnsafe(operation) && takenWhenArchived[operation.id] === undefined);
    forEach(writes, async (operation) => {
      const response = await send(app, unique(sampleRequest(operation, world.ids)), { headers: bearer(world.owner) });
      await expectError(response, 409, 'project_archived');
      expect(operation.written['x-problems']).to.include('project_archived');
    });

    it('while everything in it can be read', async () => {
      for (const operation of inside.filter((candidate) => !isUnsafe(candidate))) {
        const response = await send(app, sampleRequest(operation, world.ids), { headers: bearer(world.owner) });
        expect(response.status, nameOf(operation)).to.equal(200);
      }
    });
  });
});
