import { expect } from 'chai';
import type { AuditEntry } from '../../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { readCells, readLines } from '../../support/contract/records.ts';
import { bodyOf, createLabel, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/audit-log/export';

describe('v2 exportAuditLog GET /audit-log/export', () => {
  // On a server of its own: it moves the clock.
  const scene = useScene({});

  async function exported(account: Account, query: object = {}, accept = 'application/x-ndjson'): Promise<string> {
    return bodyOf(await account.v2.GET(url, { params: { query }, headers: { accept }, parseAs: 'text' }));
  }
  const entriesOf = async (account: Account, query: object = {}): Promise<AuditEntry[]> =>
    readLines(await exported(account, query)) as AuditEntry[];

  describe('200', () => {
    it('holds every entry, the oldest first, as the list shows it', async () => {
      const account = await createAccount(scene.app);
      const project = await createProject(account);
      // More than one part of what is read.
      const task = { title: 'Mend it', type: 'task', status: 'todo', priority: 'none' } as const;
      const operations = Array.from(
        { length: 120 },
        () => ({ action: 'create', project_id: project.id, task }) as const,
      );
      bodyOf(await account.v2.POST('/api/v2/tasks/bulk', { body: { atomic: true, operations } }));
      const entries = await entriesOf(account, { created_before: '2999-01-01T00:00:00Z' });
      expect(entries.map(({ action }) => action)).to.deep.equal([
        'project.create',
        ...operations.map(() => 'task.create'),
      ]);
      const query = { sort: 'created_at', limit: 100 } as const;
      const { data } = bodyOf(await account.v2.GET('/api/v2/audit-log', { params: { query } }));
      const unsealed = ({ sequence: _s, hash: _h, previous_hash: _p, ...entry }: AuditEntry) => entry;
      expect(entries.slice(0, 100).map(unsealed)).to.deep.equal(data.map(unsealed));
    });

    it('filters as the list does', async () => {
      const account = await createAccount(scene.app);
      const admin = await createMember(scene.app, account, 'admin');
      const project = await createProject(account);
      scene.app.clock.advance(1000);
      const label = await createLabel(admin, project);
      const found = async (query: object): Promise<string[]> =>
        (await entriesOf(admin, query)).map(({ action }) => action);
      expect(await found({ actor_id: admin.user_id })).to.deep.equal(['label.create']);
      expect(await found({ action: ['project.create', 'x.y'] })).to.deep.equal(['project.create']);
      expect(await found({ resource_type: 'label' })).to.deep.equal(['label.create']);
      expect(await found({ resource_id: project.id })).to.deep.equal(['project.create']);
      expect(await found({ project_id: project.id })).to.have.length(2);
      expect(await found({ created_before: label.created_at })).to.deep.equal(['project.create']);
      expect(await found({ created_after: label.created_at })).to.deep.equal(['label.create']);
      const [{ request_id } = { request_id: '' }] = await entriesOf(admin, { resource_id: label.id });
      expect(await found({ request_id })).to.deep.equal(['label.create']);
    });

    it('has before and after as JSON in CSV, and no formula', async () => {
      const account = await createAccount(scene.app);
      const project = await createProject(account, { name: '=cmd()' });
      const [header, row] = readCells(await exported(account, {}, 'text/csv'));
      const cell = (name: string) => row?.[header!.indexOf(name)];
      expect([cell('action'), cell('before')]).to.deep.equal(['project.create', null]);
      expect(JSON.parse(cell('after')!)).to.deep.equal({ ...project });
    });

    it('shows the log of the installation to operators', async () => {
      const operator = await createAccount(scene.app, { is_operator: true });
      const body = { email: `${operator.user_id}@example.com`, name: 'Ada', password: 'quiet harbour lantern 94' };
      await scene.app.v2.POST('/api/v2/auth/register', { body });
      const entries = await entriesOf(operator, { log: 'installation' });
      expect(entries.map(({ organization_id }) => organization_id)).to.include(null);
      expect(entries.filter(({ organization_id }) => organization_id !== null)).to.deep.equal([]);
    });

    it('names the file', async () => {
      const { response } = await scene.owner.v2.GET(url, { headers: { accept: 'text/csv' }, parseAs: 'text' });
      expect(response.headers.get('content-disposition')).to.equal('attachment; filename="audit-log.csv"');
    });
  });

  describe('403', () => {
    it('refuses members, and callers who are not operators for the log of the installation', async () => {
      const expected = { status: 403, code: 'forbidden' };
      expect(refusalOf(await scene.member.v2.GET(url))).to.deep.equal(expected);
      const params = { query: { log: 'installation' as const } };
      expect(refusalOf(await scene.owner.v2.GET(url, { params }))).to.deep.equal(expected);
    });
  });

  it('shows nothing of other organizations', async () => {
    await createProject(scene.stranger);
    const entries = await entriesOf(scene.owner);
    const owners = new Set(entries.map(({ organization_id }) => organization_id));
    expect([...owners]).to.deep.equal([scene.owner.organization_id]);
  });
});
