import { stat } from 'node:fs/promises';
import { expect } from 'chai';
import { demoKeyPath } from '../../src/config.ts';
import { clientsOf, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';

// What somebody sees who has typed `make run` for the first time, with the API key that it prints.
describe('the demo of make run', function () {
  this.timeout(60_000);
  let server: ServerProcess;
  let ada: Pick<Account, 'v1' | 'v2'>;
  let organization_id: string;
  const projects = new Map<string, string>();

  before(async () => {
    server = await prepareServer({ NODE_ENV: 'development' });
    await server.start();
    const key = await eventually(() =>
      Promise.resolve(/^api key: (?<key>ak_.+)$/m.exec(server.printed())!.groups!['key']!),
    );
    ada = clientsOf(server, key);
    const { data } = bodyOf(await ada.v2.GET('/api/v2/projects'));
    for (const { key, id } of data) projects.set(key, id);
    organization_id = data[0]!.organization_id;
  });
  after(() => server.remove());

  const inProject = (key: string) => ({ path: { project_id: projects.get(key) ?? '' } });
  const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

  it('keeps the key in a file that nobody else can read', async () => {
    expect((await stat(demoKeyPath(server.dataDir))).mode & 0o777).to.equal(0o600);
    expect(server.printed()).to.include(`api key: ${await readDemoKey(server)}\n`);
  });

  it('is created by one transaction, so that a failed start leaves no half of it', async () => {
    // A worker runs the demo's import after the start; what it brings has an origin.
    const rows = await server.query(
      'SELECT xmin::text FROM organization_members UNION SELECT xmin::text FROM project_members ' +
        'UNION SELECT xmin::text FROM comments WHERE origin IS NULL',
    );
    expect(rows).to.have.length(1);
  });

  it('has people of every role, and somebody who is invited', async () => {
    const params = { path: { organization_id } };
    const { data: members } = bodyOf(await ada.v2.GET('/api/v2/organizations/{organization_id}/members', { params }));
    expect(sorted(members.map(({ role }) => role))).to.deep.equal(['admin', 'member', 'owner', 'viewer']);
    const invitations = bodyOf(await ada.v2.GET('/api/v2/organizations/{organization_id}/invitations', { params }));
    expect(invitations.data.map(({ email, status }) => [email, status])).to.deep.equal([
      ['noor@meridian.example', 'pending'],
    ]);
    expect((await server.mail.next('noor@meridian.example')).subject).to.equal('Invitation to Meridian');
  });

  it('has open, private and archived projects, with people of every role', async () => {
    const { data } = bodyOf(await ada.v2.GET('/api/v2/projects'));
    expect(sorted(data.map(({ visibility }) => visibility))).to.deep.equal(['organization', 'private']);
    expect(data.filter(({ archived_at }) => archived_at !== null).map(({ key }) => key)).to.deep.equal(['PILOT']);
    const roles: string[] = [];
    for (const key of projects.keys()) {
      const params = inProject(key);
      const members = bodyOf(await ada.v2.GET('/api/v2/projects/{project_id}/members', { params }));
      roles.push(...members.data.map(({ role }) => role));
    }
    expect(sorted(roles)).to.deep.equal(['contributor', 'lead', 'viewer']);
  });

  it('has milestones that are partly done, and labels', async () => {
    const params = inProject('PLAT');
    const milestones = bodyOf(await ada.v2.GET('/api/v2/projects/{project_id}/milestones', { params }));
    expect(sorted(milestones.data.map(({ state }) => state))).to.deep.equal(['closed', 'open']);
    expect(milestones.progress.some(({ open, total }) => open > 0 && total > 0)).to.equal(true);
    expect(milestones.progress.some(({ done }) => done > 0)).to.equal(true);
    const labels = bodyOf(await ada.v2.GET('/api/v2/projects/{project_id}/labels', { params }));
    expect(labels.data).to.have.length.above(2);
  });

  it('has tasks in every status, of every type and priority, late ones, blocked ones, labelled ones', async () => {
    const { data: tasks } = bodyOf(await ada.v2.GET('/api/v2/tasks', { params: { query: { limit: 100 } } }));
    const every = ['backlog', 'cancelled', 'done', 'in_progress', 'in_review', 'todo'];
    expect(sorted(tasks.map(({ status }) => status))).to.deep.equal(every);
    expect(sorted(tasks.map(({ type }) => type))).to.deep.equal(['bug', 'feature', 'task']);
    expect(sorted(tasks.map(({ priority }) => priority))).to.deep.equal(['high', 'low', 'medium', 'none', 'urgent']);
    const today = server.clock.now().toISOString().slice(0, 10);
    expect(tasks.filter(({ due_on }) => due_on !== null && due_on < today)).to.have.length(1);
    expect(tasks.filter(({ due_on }) => due_on !== null && due_on > today)).to.have.length.above(1);
    expect(tasks.filter(({ label_ids }) => label_ids.length > 0)).to.have.length.above(3);
    expect(sorted(tasks.map(({ assignee_id }) => assignee_id ?? 'nobody'))).to.have.length.above(3);
    const blocked = bodyOf(await ada.v2.GET('/api/v2/tasks', { params: { query: { blocked: true } } }));
    expect(blocked.data.map(({ title }) => title)).to.deep.equal(['Announce the first rotation to customers']);
  });

  it('has comments, and histories that tell what changed', async () => {
    const query = { q: 'remember last project' };
    const { data: tasks } = bodyOf(await ada.v2.GET('/api/v2/tasks', { params: { query } }));
    const params = { path: { task_id: tasks[0]!.id } };
    const history = bodyOf(await ada.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
    expect(history.data.map(({ action }) => action)).to.deep.equal(['transitioned', 'updated', 'created']);
    expect(history.data[1]!.changes).to.deep.equal([{ field: 'priority', from: 'medium', to: 'high' }]);
    const search = bodyOf(await ada.v2.GET('/api/v2/tasks', { params: { query: { q: 'cursor empty page' } } }));
    const place = { path: { task_id: search.data[0]!.id } };
    const comments = bodyOf(await ada.v2.GET('/api/v2/tasks/{task_id}/comments', { params: place }));
    expect(comments.data).to.have.length(2);
  });

  it('has an import that has run, with what it brought', async () => {
    const params = inProject('WEB');
    const ended = await eventually(async () => {
      const { data } = bodyOf(await ada.v2.GET('/api/v2/projects/{project_id}/imports', { params }));
      expect(data.map(({ status }) => status)).to.deep.equal(['completed']);
      return data[0]!;
    }, 20_000);
    expect(ended).to.include({ records_done: 3, failure: null });
    const { data } = bodyOf(await ada.v2.GET('/api/v2/projects/{project_id}/tasks', { params }));
    expect(data.filter(({ origin }) => origin !== null).map(({ status }) => status)).to.have.members(['todo', 'done']);
  });

  it('has API keys that were used, deprecated operations among them', async () => {
    const { data: keys } = bodyOf(await ada.v2.GET('/api/v2/api-keys'));
    expect(keys.map(({ name }) => name)).to.have.members(['Demo', 'Continuous integration', 'Weekly report']);
    for (const [name, requests] of [['Continuous integration', 111] as const, ['Weekly report', 8] as const]) {
      const params = { path: { api_key_id: keys.find((key) => key.name === name)!.id } };
      const usage = bodyOf(await ada.v2.GET('/api/v2/api-keys/{api_key_id}/usage', { params }));
      expect(usage.requests).to.equal(requests);
      expect(usage.last_used_at).to.be.a('string');
    }
    const deprecations = bodyOf(await ada.v2.GET('/api/v2/deprecations'));
    const used = deprecations.data.filter(({ use_count }) => use_count > 0);
    expect(used.map(({ operation_id }) => operation_id)).to.have.members(['listProjects', 'listTasks']);
  });

  it('has sessions from several places', async () => {
    const { data } = bodyOf(await ada.v2.GET('/api/v2/sessions'));
    expect(new Set(data.map(({ address }) => address)).size).to.equal(3);
    const stats = bodyOf(await ada.v2.GET('/api/v2/sessions/stats'));
    expect(stats).to.include({ active: 3, users: 3 });
  });

  it('has activity and an audit log of all of it, and the log is intact', async () => {
    const query = { limit: 100 };
    const { data: activity } = bodyOf(await ada.v2.GET('/api/v2/activity', { params: { query } }));
    expect(new Set(activity.map(({ type }) => type))).to.include.keys(
      ...(['task.created', 'task.transitioned', 'dependency.added', 'comment.created', 'import.completed'] as const),
    );
    const { data: entries } = bodyOf(await ada.v2.GET('/api/v2/audit-log', { params: { query } }));
    expect(entries.length).to.be.above(50);
    await eventually(async () => {
      const verification = bodyOf(await ada.v2.GET('/api/v2/audit-log/verification'));
      expect(verification).to.include({ is_intact: true });
      expect(verification.checked).to.be.above(50);
    });
  });
});
