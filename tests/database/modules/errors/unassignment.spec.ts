import { expect } from 'chai';
import type { ErrorGroup, Project } from '../../../../generated/v2/types.ts';
import { sweepAssignees } from '../../../../src/modules/errors/assignment/error-unassignment.jobs.ts';
import { findAssigneesOutside } from '../../../../src/modules/errors/assignment/error-unassignment.repository.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { createMember, type Account } from '../../../support/accounts.ts';
import { eventually } from '../../../support/eventually.ts';
import { bodyOf, createProject, reportError } from '../../../support/factories.ts';
import { archiveProject, joinProject, useScene } from '../../../support/scene.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('whoever can no longer see an error is not its assignee', function () {
  this.timeout(30_000);
  const scene = useScene();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  const get = async ({ id: error_id }: Pick<ErrorGroup, 'id'>): Promise<ErrorGroup> =>
    bodyOf(await scene.owner.v2.GET('/api/v2/errors/{error_id}', { params: { path: { error_id } } }));
  const assigneeOf = async (error: Pick<ErrorGroup, 'id'>): Promise<string | null> => (await get(error)).assignee_id;
  const update = async (error_id: string, body: { assignee_id?: string; status?: 'resolved' | 'ignored' | 'open' }) =>
    bodyOf(await scene.owner.v2.PATCH('/api/v2/errors/{error_id}', { params: { path: { error_id } }, body }));
  let errors = 0;
  async function assigned({ user_id }: Pick<Account, 'user_id'>, project: Project): Promise<ErrorGroup> {
    const { error_id } = await reportError(scene.owner, project, { type: `Assigned${++errors}` });
    return update(error_id, { assignee_id: user_id });
  }
  async function remove({ user_id, organization_id }: Account): Promise<void> {
    const params = { path: { organization_id, user_id } };
    const { response } = await scene.owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', {
      params,
    });
    expect(response.status).to.equal(204);
  }

  it('after leaving the organization: open and resolved errors, each with a version and an audit entry', async () => {
    const gone = await createMember(scene.app, scene.owner);
    const project = await createProject(scene.owner);
    const open = await assigned(gone, project);
    const resolved = await update((await assigned(gone, project)).id, { status: 'resolved' });
    const others = await assigned(scene.member, project);
    await remove(gone);
    await eventually(async () => {
      for (const error of [open, resolved])
        expect(await get(error)).to.deep.include({
          assignee_id: null,
          version: error.version + 1,
          status: error.status,
        });
    });
    expect(await get(others)).to.deep.equal(others);
    const { audit } = await tracesOf(scene.app, 'error', open.id);
    const { action, actor_id, after } = audit.at(-1)!;
    expect({ action, actor_id }).to.deep.equal({ action: 'error.update', actor_id: scene.owner.user_id });
    expect(after).to.deep.include({ assignee_id: null });
  });

  it('after the end of a role in a private project, and after a project became private', async () => {
    const outside = await createMember(scene.app, scene.owner);
    const closed = await createProject(scene.owner, { visibility: 'private' });
    await joinProject(scene.app, closed, outside);
    const left = await assigned(outside, closed);
    const path = { project_id: closed.id, user_id: outside.user_id };
    await scene.owner.v2.DELETE('/api/v2/projects/{project_id}/members/{user_id}', { params: { path } });
    const closing = await createProject(scene.owner);
    const shut = await assigned(outside, closing);
    const params = { path: { project_id: closing.id } };
    bodyOf(await scene.owner.v2.PATCH('/api/v2/projects/{project_id}', { params, body: { visibility: 'private' } }));
    await eventually(async () => {
      for (const error of [left, shut]) expect(await assigneeOf(error)).to.equal(null);
    });
  });

  it('with the account of the assignee, at once', async () => {
    const operator = await createMember(scene.app, scene.owner);
    await scene.app.query('UPDATE users SET is_operator = true WHERE id = $1', [operator.user_id]);
    const deleted = await createMember(scene.app, scene.owner);
    const error = await assigned(deleted, await createProject(scene.owner));
    const params = { path: { user_id: deleted.user_id } };
    expect((await operator.v2.DELETE('/api/v2/users/{user_id}', { params })).response.status).to.equal(204);
    expect(await get(error)).to.deep.include({ assignee_id: null, version: error.version + 1 });
  });

  it('after the sweep, if no event told of it; archived projects are read-only', async () => {
    const { app, owner } = scene;
    const gone = await createMember(app, owner);
    const [project, closed, archived] = [
      await createProject(owner),
      await createProject(owner),
      await createProject(owner),
    ];
    await joinProject(app, closed, scene.member);
    const left = [await assigned(gone, project), await assigned(gone, closed), await assigned(scene.viewer, closed)];
    const kept = [
      await assigned(scene.member, closed),
      await assigned(owner, closed),
      await assigned(scene.viewer, project),
    ];
    const readOnly = await assigned(gone, archived);
    await archiveProject(owner, archived);
    expect(await findAssigneesOutside(database.db, owner.organization_id, closed.id)).to.have.members([
      gone.user_id,
      scene.viewer.user_id,
    ]);
    // Past the server, so that no event and no job tells of it.
    await app.query("UPDATE projects SET visibility = 'private' WHERE id = $1", [closed.id]);
    await app.query('DELETE FROM organization_members WHERE user_id = $1', [gone.user_id]);
    await sweepAssignees({}, contextOn(database.db, app.clock));
    for (const error of left) expect(await assigneeOf(error), 'who cannot see it').to.equal(null);
    for (const error of kept) expect(await assigneeOf(error), 'who sees it').to.equal(error.assignee_id);
    expect(await assigneeOf(readOnly), 'what is read-only').to.equal(gone.user_id);
  });

  it('goes on until none is left, however many transactions that takes', async () => {
    const { app, owner } = scene;
    const gone = await createMember(app, owner);
    const project = await createProject(owner);
    const body = {
      project_id: project.id,
      reports: Array.from({ length: 100 }, (_none, index) => ({ type: `Many${index}` })),
    };
    bodyOf(await owner.v2.POST('/api/v2/errors', { body }));
    await app.query('UPDATE error_groups SET assignee_id = $2 WHERE project_id = $1', [project.id, gone.user_id]);
    await app.query('DELETE FROM organization_members WHERE user_id = $1', [gone.user_id]);
    await sweepAssignees({}, contextOn(database.db, app.clock));
    const versions = await app.query(
      'SELECT assignee_id, version, count(*)::integer AS errors FROM error_groups WHERE project_id = $1 GROUP BY 1, 2',
      [project.id],
    );
    expect(versions).to.deep.equal([{ assignee_id: null, version: 2, errors: 100 }]);
  });
});
