import { expect } from 'chai';
import { createEventPartitions } from '../../../src/outbox/event-partitions.ts';
import { record } from '../../../src/outbox/record.ts';
import type { Db } from '../../../src/platform/database.ts';
import { newId } from '../../../src/platform/ids.ts';
import { processId } from '../../../src/platform/process-id.ts';
import type { Actor } from '../../../src/platform/unit.ts';
import { projectCreated, projectNamed, unitOn } from '../../support/changes.ts';
import { useDatabase } from '../../support/use-database.ts';

describe('record', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let db: Db;

  before(() => {
    ({ db } = database);
  });

  const actor: Actor = {
    user_id: newId(),
    credential_id: newId(),
    credential_type: 'api_key',
    organization_id: newId(),
    role: 'member',
    scopes: ['projects:write'],
    is_operator: false,
  };

  const auditOf = (resource_id: string | null) =>
    db.knex('audit_log').where({ resource_id }).first<Record<string, unknown>>();

  it('writes an audit row, an event and an outbox row', async () => {
    const unit = { ...unitOn(db), actor, request_id: 'req-1', now: new Date('2026-11-23T10:00:00.123Z') };
    const project = projectNamed('Core', actor.organization_id);
    await record(unit, {
      audit: 'project.update',
      event: 'project.updated',
      resource: { type: 'project', id: project.id },
      project_id: project.id,
      before: { ...project, name: 'Old' },
      after: project,
      data: project,
    });
    expect(await auditOf(project.id)).to.include({
      organization_id: actor.organization_id,
      sequence: null,
      actor_id: actor.user_id,
      actor_type: 'user',
      credential_id: actor.credential_id,
      credential_type: 'api_key',
      action: 'project.update',
      resource_type: 'project',
      project_id: project.id,
      request_id: 'req-1',
      created_at: '2026-11-23T10:00:00.123Z',
    });
    const event = await db.knex('events').where({ project_id: project.id }).first<Record<string, unknown>>();
    expect(event).to.deep.include({
      organization_id: actor.organization_id,
      user_id: actor.user_id,
      specversion: '1.0',
      source: '/architect',
      type: 'project.updated',
      subject: `project/${project.id}`,
      time: '2026-11-23T10:00:00.123Z',
      data: project,
      request_id: 'req-1',
    });
    const outbox = db.knex('outbox').whereRaw("payload->>'id' = ?", [event['id'] as string]);
    expect(await outbox.first()).to.deep.include({
      kind: 'event',
      name: 'project.updated',
      payload: {
        id: event['id'],
        created_at: '2026-11-23T10:00:00.123Z',
        tags: [`project:${project.id}`, `project@${project.id}`, `project@${actor.organization_id}`],
        by: processId,
      },
    });
  });

  it('records an action without an event', async () => {
    const id = newId();
    await record({ ...unitOn(db), actor }, { audit: 'import.create', resource: { type: 'import', id } });
    expect(await auditOf(id)).to.include({ action: 'import.create', before: null, after: null });
    const rows: unknown[] = await db.knex('outbox').where({ kind: 'tags' }).select('name', 'payload');
    const tags = [`import:${id}`, `import@${actor.organization_id}`];
    expect(rows).to.deep.equal([{ name: 'import.create', payload: { tags, by: processId } }]);
  });

  for (const [who, circumstances, expected] of [
    ['nobody known', {}, { actor_type: 'anonymous', actor_id: null }],
    ['the system', { is_system: true }, { actor_type: 'system', actor_id: null }],
    ['somebody who signs up', { user_id: actor.user_id }, { actor_type: 'user', actor_id: actor.user_id }],
  ] as const) {
    it(`records ${who} as the actor if there is no credential`, async () => {
      const id = newId();
      await record(unitOn(db), { audit: 'user.register', resource: { type: 'user', id }, ...circumstances });
      expect(await auditOf(id)).to.include({ ...expected, organization_id: null, credential_id: null });
    });
  }

  it("records a change in another organization than the actor's if the change names it", async () => {
    const [id, organization_id] = [newId(), newId()];
    const change = { audit: 'organization.create', resource: { type: 'organization', id }, organization_id };
    await record({ ...unitOn(db), actor }, change);
    expect(await auditOf(id)).to.include({ organization_id, actor_id: actor.user_id });
  });

  it('masks secrets in the audit row', async () => {
    const id = newId();
    const after = { id, name: 'CI', token: 'ak_secret' };
    await record(unitOn(db), { audit: 'api_key.create', resource: { type: 'api_key', id }, after });
    expect(await auditOf(id)).to.deep.include({ after: { id, name: 'CI', token: '[masked]' } });
  });

  it('rejects an event that does not match the contract, and writes nothing', async () => {
    const change = projectCreated();
    const broken = { ...change, data: { ...projectNamed('Core'), color: 'red', key: 'lower' } };
    const failure = await db.transaction((tx) => record(unitOn(tx), broken)).catch((error: unknown) => error);
    expect(failure).to.include({ code: 'contract_violated', status: 500 });
    expect(await auditOf(change.resource.id)).to.equal(undefined);
  });

  describe('partitions', () => {
    const partitionOf = async (type: string): Promise<unknown> =>
      (await db.knex('events').where({ type }).select(db.knex.raw('tableoid::regclass::text AS name')))[0];

    it('are created for this month and the next two, once', async () => {
      expect(await createEventPartitions(db, new Date('2031-11-30T23:59:59Z'))).to.equal(3);
      expect(await createEventPartitions(db, new Date('2031-11-01T00:00:00Z'))).to.equal(0);
      expect(await createEventPartitions(db, new Date('2031-12-15T00:00:00Z'))).to.equal(1);
      const names = await db
        .knex('pg_tables')
        .whereLike('tablename', 'events\\_203%')
        .orderBy('tablename')
        .pluck('tablename');
      expect(names).to.deep.equal(['events_2031_11', 'events_2031_12', 'events_2032_01', 'events_2032_02']);
    });

    it('take over events that were recorded before they existed', async () => {
      const unit = { ...unitOn(db), now: new Date('2035-02-28T23:59:59.999Z') };
      const data = projectNamed('Core');
      const { id, organization_id } = data;
      await record(unit, { event: 'project.archived', resource: { type: 'project', id }, organization_id, data });
      expect(await partitionOf('project.archived')).to.deep.equal({ name: 'events_default' });
      await createEventPartitions(db, new Date('2035-01-01T00:00:00Z'));
      expect(await partitionOf('project.archived')).to.deep.equal({ name: 'events_2035_02' });
    });
  });
});
