import { expect } from 'chai';
import pg from 'pg';
import { createMember, type Account } from '../support/accounts.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createImport, createProject, createTask, moveTask } from '../support/factories.ts';
import { archiveProject, useScene } from '../support/scene.ts';

const archive = {
  repo: 'meridian/core',
  labels: [],
  issues: [{ number: 1, title: 'Too late', state: 'OPEN', createdAt: '2026-01-01T00:00:00Z' }],
  pulls: [],
};

describe('imports and exports know who belongs here', () => {
  const scene = useScene();

  /** Begins an import, lets something happen before its first record is taken, and returns how it ended. */
  async function importWhile(member: Account, change: (project_id: string) => Promise<unknown>) {
    const project = await createProject(scene.owner);
    const client = new pg.Client({ connectionString: scene.app.databaseUrl });
    await client.connect();
    try {
      // Its turn does not come before.
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('imports ' || $1::text, 0))`, [project.id]);
      const { id: import_id } = await createImport(member, project, archive);
      await eventually(async () => {
        const waiting = await scene.app.query(
          `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
            WHERE l.locktype = 'advisory' AND NOT l.granted`,
        );
        expect(waiting).to.have.length(1);
      });
      await change(project.id);
      await client.query('COMMIT');
      const ended = await eventually(async () => {
        const row = bodyOf(
          await scene.owner.v2.GET('/api/v2/imports/{import_id}', { params: { path: { import_id } } }),
        );
        expect(row.finished_at).to.be.a('string');
        return row;
      });
      const path = { project_id: project.id };
      const tasks = bodyOf(await scene.owner.v2.GET('/api/v2/projects/{project_id}/tasks', { params: { path } })).data;
      return { status: ended.status, failure: ended.failure, tasks: tasks.length };
    } finally {
      await client.end();
    }
  }

  it('an import stops when whoever began it leaves the organization', async () => {
    const member = await createMember(scene.app, scene.owner);
    const outcome = await importWhile(member, async () => {
      const path = { organization_id: member.organization_id, user_id: member.user_id };
      await scene.owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', { params: { path } });
    });
    expect(outcome).to.include({ status: 'failed', tasks: 0 });
    expect(outcome.failure).to.include('not_found');
  });

  it('an import stops when whoever began it may only read the project', async () => {
    const member = await createMember(scene.app, scene.owner);
    const outcome = await importWhile(member, async (project_id) => {
      const params = { path: { project_id, user_id: member.user_id } };
      await scene.owner.v2.PUT('/api/v2/projects/{project_id}/members/{user_id}', { params, body: { role: 'viewer' } });
    });
    expect(outcome).to.include({ status: 'failed', tasks: 0 });
    expect(outcome.failure).to.include('forbidden');
  });

  it('an import stops when whoever began it as an administrator may only read in the organization', async () => {
    const member = await createMember(scene.app, scene.owner, 'admin');
    const outcome = await importWhile(member, async () => {
      const params = { path: { organization_id: member.organization_id, user_id: member.user_id } };
      const body = { role: 'viewer' } as const;
      await scene.owner.v2.PATCH('/api/v2/organizations/{organization_id}/members/{user_id}', { params, body });
    });
    expect(outcome).to.include({ status: 'failed', tasks: 0 });
    expect(outcome.failure).to.include('forbidden');
  });

  it('an import stops when the project is archived', async () => {
    const outcome = await importWhile(scene.owner, (id) => archiveProject(scene.owner, { id }));
    expect(outcome).to.include({ status: 'failed', tasks: 0 });
    expect(outcome.failure).to.include('project_archived');
  });

  it('an export names no address of somebody who has left', async () => {
    const member = await createMember(scene.app, scene.owner);
    const project = await createProject(scene.owner);
    await moveTask(member, await createTask(member, project, { assignee_id: member.user_id }), 'in_progress', 'done');
    const read = async (): Promise<string> => {
      const headers = { authorization: `Bearer ${scene.owner.token}` };
      return (await checkedFetch(`${scene.app.url}/api/v2/projects/${project.id}/export`, { headers })).text();
    };
    expect(await read()).to.include(member.email);
    const path = { organization_id: member.organization_id, user_id: member.user_id };
    await scene.owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', { params: { path } });
    expect(await read()).to.not.include(member.email);
  });
});
