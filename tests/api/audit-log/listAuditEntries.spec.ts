import { expect } from 'chai';
import { createAccount, createMember } from '../../support/accounts.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createLabel, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/audit-log';

describe('v2 listAuditEntries GET /audit-log', () => {
  // On a server of its own: it moves the clock.
  const scene = useScene({});

  describe('200', () => {
    it('shows actor, action, credential, request and former state', async () => {
      const project = await createProject(scene.owner);
      const label = await createLabel(scene.owner, project);
      const params = { path: { label_id: label.id } };
      const { data: changed, response } = await scene.owner.v2.PATCH('/api/v2/labels/{label_id}', {
        params,
        body: { color: '#b60205' },
      });
      const query = { resource_id: label.id, sort: 'created_at' as const };
      const { data } = bodyOf(await scene.owner.v2.GET(url, { params: { query } }));
      expect(data.map(({ action }) => action)).to.deep.equal(['label.create', 'label.update']);
      expect(data[1]).to.include({
        organization_id: scene.owner.organization_id,
        actor_id: scene.owner.user_id,
        actor_type: 'user',
        credential_id: scene.owner.api_key_id,
        credential_type: 'api_key',
        resource_type: 'label',
        resource_id: label.id,
        project_id: project.id,
        request_id: response.headers.get('x-request-id'),
      });
      expect(data[0]?.before).to.equal(null);
      expect(data[1]?.before).to.deep.equal(label);
      expect(data[1]?.after).to.deep.equal(changed);
    });

    it('chains the entries within a second or two', async () => {
      const label = await createLabel(scene.owner, await createProject(scene.owner));
      const query = { resource_id: label.id };
      const entry = await eventually(async () => {
        const [found] = bodyOf(await scene.owner.v2.GET(url, { params: { query } })).data;
        expect(found?.sequence).to.be.a('number');
        return found!;
      });
      const previous = bodyOf(await scene.owner.v2.GET(url, { params: { query: { limit: 100 } } })).data;
      const before = previous.find(({ sequence }) => sequence === entry.sequence! - 1);
      expect(entry.previous_hash).to.equal(before?.hash);
      expect(entry.hash).to.match(/^[0-9a-f]{64}$/);
    });

    it('filters by each of its parameters, and pages as it lists', async () => {
      const account = await createAccount(scene.app);
      const admin = await createMember(scene.app, account, 'admin');
      const first = await createProject(account);
      scene.app.clock.advance(1000);
      const second = await createProject(admin);
      const label = await createLabel(admin, second);
      const actions = async (query: object): Promise<string[]> =>
        bodyOf(await admin.v2.GET(url, { params: { query: { sort: 'created_at', ...query } } })).data.map(
          ({ action, resource_id }) => `${action} ${[first.id, second.id, label.id].indexOf(resource_id ?? '')}`,
        );
      expect(await actions({ actor_id: admin.user_id })).to.deep.equal(['project.create 1', 'label.create 2']);
      expect(await actions({ action: ['label.create', 'label.delete'] })).to.deep.equal(['label.create 2']);
      expect(await actions({ resource_type: 'project' })).to.deep.equal(['project.create 0', 'project.create 1']);
      expect(await actions({ project_id: second.id })).to.deep.equal(['project.create 1', 'label.create 2']);
      expect(await actions({ created_before: second.created_at })).to.deep.equal(['project.create 0']);
      expect(await actions({ created_after: second.created_at, resource_type: 'label' })).to.deep.equal([
        'label.create 2',
      ]);
      const [entry] = bodyOf(await admin.v2.GET(url, { params: { query: { resource_id: first.id } } })).data;
      expect(await actions({ request_id: entry!.request_id })).to.deep.equal(['project.create 0']);
      const page = bodyOf(await admin.v2.GET(url, { params: { query: { limit: 2 } } }));
      const query = { limit: 2, cursor: page.page.next_cursor! };
      const rest = bodyOf(await admin.v2.GET(url, { params: { query } }));
      expect([...page.data, ...rest.data].map(({ action }) => action)).to.deep.equal([
        'label.create',
        'project.create',
        'project.create',
      ]);
    });

    it('shows nothing of another organization', async () => {
      const query = { project_id: scene.project.id };
      expect(bodyOf(await scene.stranger.v2.GET(url, { params: { query } })).data).to.deep.equal([]);
    });

    it('masks secrets', async () => {
      const { data: key } = await scene.owner.v2.POST('/api/v2/api-keys', {
        body: { name: 'CI', scopes: ['tasks:read'] },
      });
      const query = { resource_id: key!.id };
      const [entry] = bodyOf(await scene.owner.v2.GET(url, { params: { query } })).data;
      expect(entry?.after).to.include({ name: 'CI' });
      expect(JSON.stringify(entry)).not.to.include(key!.token);
    });

    it('shows operators the log of the installation', async () => {
      const operator = await createAccount(scene.app, { is_operator: true });
      const body = {
        email: `${operator.user_id}@meridian.example`,
        name: 'Grace',
        password: 'quiet harbour lantern 94',
      };
      await scene.app.v2.POST('/api/v2/auth/register', { body });
      const query = { log: 'installation' as const, action: ['user.register'] };
      const { data } = bodyOf(await operator.v2.GET(url, { params: { query } }));
      expect(data.length).to.be.greaterThan(0);
      expect(new Set(data.map(({ organization_id }) => organization_id))).to.deep.equal(new Set([null]));
    });
  });

  describe('403', () => {
    it('is for admins', async () => {
      const result = await scene.member.v2.GET(url);
      expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'forbidden' });
    });

    it('keeps the log of the installation to operators', async () => {
      const result = await scene.owner.v2.GET(url, { params: { query: { log: 'installation' } } });
      expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });
});
