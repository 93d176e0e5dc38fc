import { expect } from 'chai';
import documentV2 from '../../../generated/v2/openapi.json' with { type: 'json' };
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createKey, createMember, type Account } from '../../support/accounts.ts';
import { documentedOperations } from '../../support/contract/document.ts';
import { scopesOf } from '../../support/every-operation.ts';
import { bodyOf, createComment, createProject, createTask } from '../../support/factories.ts';
import { useScene } from '../../support/scene.ts';

const url = '/api/v2/activity';

const types = documentV2.components.schemas.ActivityType.enum as readonly string[];

/** The data of an event, as the document's example has it. */
function exampleOf(type: string): EventExample {
  const { examples } = documentV2.webhooks[type as 'task.created'].post.requestBody.content['application/json'];
  return (examples as Readonly<Record<string, { readonly value: { readonly data: EventExample } }>>)[type]!.value.data;
}

interface EventExample {
  readonly title?: string;
  readonly name?: string;
  readonly body?: string;
  readonly task?: { readonly title: string };
  readonly changes?: readonly unknown[];
}

/** The operation that reads what events of a kind are about, and so the scope that they need. */
const reads: Readonly<Record<string, string>> = {
  organization: 'getOrganization',
  member: 'getMember',
  project: 'getProject',
  milestone: 'getMilestone',
  label: 'getLabel',
  task: 'getTask',
  dependency: 'listTaskDependencies',
  comment: 'getComment',
  import: 'getImport',
  error: 'getError',
  alert: 'listErrorAlerts',
  incident: 'getIncident',
};

function scopeOf(type: string): string {
  const read = documentedOperations.find(({ id, version }) => version === 'v2' && id === reads[type.split('.')[0]!]);
  return scopesOf(read!)[0]!;
}

describe('v2 listActivity GET /activity', () => {
  // On a server of its own: it moves the clock.
  const scene = useScene({});

  describe('200', () => {
    it('lists events newest first, with actor, resource and changes', async () => {
      const task = await createTask(scene.member, scene.project, { title: 'Write the feed' });
      const params = { path: { task_id: task.id } };
      bodyOf(await scene.owner.v2.POST('/api/v2/tasks/{task_id}/transitions', { params, body: { to: 'in_progress' } }));
      scene.app.clock.advance(1000);
      await createComment(scene.member, task, 'Half of it stands.');
      const query = { project_id: scene.project.id, limit: 3 };
      const { data } = bodyOf(await scene.viewer.v2.GET(url, { params: { query } }));
      const shown = data.map(({ id: _, created_at: __, ...rest }) => rest);
      const common = { project_id: scene.project.id, changes: [] };
      expect(shown[0]).to.deep.include({ ...common, type: 'comment.created', title: 'Half of it stands.' });
      expect(shown.slice(1)).to.have.deep.members([
        {
          ...common,
          type: 'task.transitioned',
          actor_id: scene.owner.user_id,
          resource_type: 'task',
          resource_id: task.id,
          title: 'Write the feed',
          changes: [{ field: 'status', from: 'todo', to: 'in_progress' }],
        },
        {
          ...common,
          type: 'task.created',
          actor_id: scene.member.user_id,
          resource_type: 'task',
          resource_id: task.id,
          title: 'Write the feed',
        },
      ]);
    });

    /** Writes the document's example of an event down as one of the account's organization. */
    async function insertExample({ organization_id, user_id }: Account, type: string): Promise<void> {
      await scene.app.query(
        `INSERT INTO events (id, organization_id, user_id, source, type, subject, time, data, created_at)
         VALUES ($1, $2, $3, '/architect', $4, $5, $6, $7, $6)`,
        [
          ...[newId(), organization_id, user_id, type, `${type.split('.')[0]!}/${newId()}`],
          ...[scene.app.clock.now(), exampleOf(type)],
        ],
      );
    }

    it('filters by actor, type and time, over pages as in one', async () => {
      const account = await createAccount(scene.app);
      const member = await createMember(scene.app, account, 'member');
      const project = await createProject(account);
      scene.app.clock.advance(1000);
      const tasks = [await createTask(member, project), await createTask(member, project)];
      const types = async (query: object): Promise<string[]> =>
        bodyOf(await member.v2.GET(url, { params: { query } })).data.map(({ type }) => type);
      expect(await types({ actor_id: account.user_id })).to.deep.equal(['project.created']);
      expect(await types({ type: ['task.created', 'task.deleted'] })).to.deep.equal(['task.created', 'task.created']);
      expect(await types({ created_before: tasks[0]!.created_at })).to.deep.equal(['project.created']);
      expect(await types({ created_after: tasks[0]!.created_at })).to.deep.equal(['task.created', 'task.created']);
      const first = bodyOf(await member.v2.GET(url, { params: { query: { limit: 2, include_total: true } } }));
      expect(first.page.total).to.equal(3);
      expect(await types({ limit: 2, cursor: first.page.next_cursor! })).to.deep.equal(['project.created']);
    });

    it('hides events of private projects from callers who cannot see them', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      await createTask(scene.owner, hidden);
      const query = { project_id: hidden.id };
      expect(bodyOf(await scene.owner.v2.GET(url, { params: { query } })).data).to.have.length(2);
      expect(bodyOf(await scene.member.v2.GET(url, { params: { query } })).data).to.deep.equal([]);
      const all = bodyOf(await scene.member.v2.GET(url, { params: { query: { limit: 100 } } })).data;
      expect(all.filter(({ project_id }) => project_id === hidden.id)).to.deep.equal([]);
    });

    it('shows an API key only events of resources that its scopes can read', async () => {
      const account = await createAccount(scene.app);
      const project = await createProject(account);
      await createComment(account, await createTask(account, project), 'Not for everybody.');
      const typesFor = async (...scopes: string[]): Promise<string[]> => {
        const { token } = await createKey(scene.app, account, { scopes: ['organizations:read', ...scopes] });
        const { data } = bodyOf(await clientsOf(scene.app, token).v2.GET(url));
        return data.map(({ type }) => type).sort();
      };
      expect(await typesFor()).to.deep.equal([]);
      expect(await typesFor('projects:read')).to.deep.equal(['project.created']);
      expect(await typesFor('tasks:read')).to.deep.equal(['comment.created', 'task.created']);
    });

    it('shows events of deleted projects to admins only', async () => {
      const gone = await createProject(scene.owner);
      const path = { project_id: gone.id };
      await scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params: { path } });
      const query = { project_id: gone.id };
      const types = bodyOf(await scene.owner.v2.GET(url, { params: { query } })).data.map(({ type }) => type);
      expect(types).to.have.members(['project.created', 'project.deleted']);
      expect(bodyOf(await scene.viewer.v2.GET(url, { params: { query } })).data).to.deep.equal([]);
    });

    it('does not show events about accounts and credentials', async () => {
      const body = { name: 'CI', scopes: ['tasks:read' as const] };
      bodyOf(await scene.owner.v2.POST('/api/v2/api-keys', { body }));
      const { data } = bodyOf(await scene.owner.v2.GET(url, { params: { query: { limit: 100 } } }));
      expect(data.filter(({ type }) => !/^(task|project|comment)\./.test(type))).to.deep.equal([]);
    });

    it('shows an event of each type to a key that may read its resource, and to no other', async () => {
      const account = await createAccount(scene.app);
      for (const type of types) await insertExample(account, type);
      const seenWith = async (...scopes: readonly string[]): Promise<string[]> => {
        const { token } = await createKey(scene.app, account, { scopes: ['organizations:read', ...scopes] });
        const { data } = bodyOf(await clientsOf(scene.app, token).v2.GET(url, { params: { query: { limit: 100 } } }));
        return data.map(({ type }) => type);
      };
      const several = [[], ['projects:read', 'tasks:read'], ['errors:read', 'admin:read']];
      for (const scopes of [...several, ['projects:read'], ['tasks:read'], ['errors:read'], ['admin:read']]) {
        const readable = types.filter((type) => ['organizations:read', ...scopes].includes(scopeOf(type)));
        expect(await seenWith(...scopes), scopes.join(' ')).to.have.members(readable);
      }
    });

    it('shows a member who leads nothing what happens in the organization itself', async () => {
      const account = await createAccount(scene.app);
      const viewer = await createMember(scene.app, account, 'viewer');
      await insertExample(account, 'organization.updated');
      await insertExample(account, 'member.added');
      const { data } = bodyOf(await viewer.v2.GET(url));
      expect(data.map(({ type }) => type)).to.have.members(['organization.updated', 'member.added']);
    });

    it('names what an event of each type is about', async () => {
      const account = await createAccount(scene.app);
      for (const type of types) await insertExample(account, type);
      const { data } = bodyOf(await account.v2.GET(url, { params: { query: { limit: 100 } } }));
      for (const { type, title, resource_type, changes } of data) {
        const { task, changes: changed = [], ...rest } = exampleOf(type);
        const { title: own, name, body } = { ...rest, ...task };
        expect({ type, title, resource_type, changes }).to.deep.equal({
          type,
          title: own ?? name ?? body ?? null,
          resource_type: type.split('.')[0],
          changes: changed,
        });
      }
      expect(data.map(({ type }) => type)).to.have.members(types);
    });

    it('shows the first 300 characters of a long text', async () => {
      const task = await createTask(scene.member, scene.project);
      await createComment(scene.member, task, `${'a'.repeat(300)}b`);
      const query = { type: ['comment.created' as const], limit: 1 };
      const [entry] = bodyOf(await scene.member.v2.GET(url, { params: { query } })).data;
      expect(entry!.title).to.equal('a'.repeat(300));
    });

    it('shows nothing of another organization', async () => {
      const query = { project_id: scene.project.id };
      expect(bodyOf(await scene.stranger.v2.GET(url, { params: { query } })).data).to.deep.equal([]);
    });
  });
});
