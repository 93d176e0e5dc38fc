import { expect } from 'chai';
import type { ErrorReport } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

type Caller = 'owner' | 'member' | 'viewer' | 'stranger';

describe('v2 reportErrors POST /errors', () => {
  const scene = useScene();
  const send = (who: Caller, reports: ErrorReport[], project_id = scene.project.id) =>
    scene[who].v2.POST('/api/v2/errors', { body: { project_id, reports } });
  const report = async (...reports: ErrorReport[]) => bodyOf(await send('member', reports)).results;
  const countsOf = async (error_id: string) => {
    const [row] = await scene.app.query(
      'SELECT occurrence_count::integer, user_count::integer, status, version FROM error_groups WHERE id = $1',
      [error_id],
    );
    return row;
  };

  describe('207', () => {
    it('makes an error of a new failure, with audit row and event', async () => {
      const [result] = await report({ type: 'KeyError', message: 'no such key', platform: 'python' });
      expect(result).to.deep.include({ index: 0, outcome: 'created', is_regression: false });
      const params = { path: { error_id: result!.error_id } };
      const error = bodyOf(await scene.viewer.v2.GET('/api/v2/errors/{error_id}', { params }));
      expect(error).to.deep.include({ type: 'KeyError', title: 'KeyError: no such key', status: 'open', version: 1 });
      const { audit, events } = await tracesOf(scene.app, 'error', error.id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'error.create', actor_id, before: null, after: error }]);
      expect(events).to.deep.equal([{ type: 'error.created', data: error }]);
    });

    it('counts further occurrences in the same error, and no one as a version', async () => {
      const failure = { type: 'ZeroDivisionError', message: 'division by zero' };
      const results = await report(failure, failure, { ...failure, message: 'other' });
      expect(results.map(({ outcome }) => outcome)).to.deep.equal(['created', 'counted', 'created']);
      const [again] = await report(failure);
      expect(again).to.deep.include({ error_id: results[0]!.error_id, outcome: 'counted' });
      expect(await countsOf(again!.error_id)).to.deep.include({ occurrence_count: 3, version: 1 });
    });

    it('stores a report with a repeated id once', async () => {
      const failure = { id: newId(), type: 'TimeoutError', message: 'took too long' };
      const [first, second] = await report(failure, failure);
      const [third] = await report({ ...failure, id: failure.id.toUpperCase() });
      expect(first).to.deep.include({ id: failure.id, outcome: 'created' });
      for (const repeated of [second, third])
        expect(repeated).to.deep.include({ id: failure.id, error_id: first!.error_id, outcome: 'duplicate' });
      expect(await countsOf(first!.error_id)).to.deep.include({ occurrence_count: 1 });
    });

    it('counts people once', async () => {
      const failure = { type: 'AuthError', message: 'who?' };
      const people = [
        { id: 'u1' },
        { id: 'u1', email: 'a@example.com' },
        { email: 'B@example.com' },
        { email: 'b@example.com' },
      ];
      const results = await report(...people.map((user) => ({ ...failure, user })), failure);
      await report({ ...failure, user: { address: '192.0.2.1' } }, { ...failure, user: { id: 'u1' } });
      expect(await countsOf(results[0]!.error_id)).to.deep.include({ occurrence_count: 7, user_count: 3 });
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect(refusalOf(await send('viewer', [{ message: 'x' }]))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    it('refuses a project that the caller cannot see', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      for (const id of [hidden.id, newId()]) {
        const refusal = refusalOf(await send('member', [{ message: 'x' }], id));
        expect(refusal).to.deep.equal({ status: 409, code: 'project_unknown' });
      }
    });

    it('refuses an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await send('member', [{ message: 'x' }], project.id));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
