import { expect } from 'chai';
import type { ErrorReport, ErrorUpdate } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, reportError } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/errors/{error_id}';

describe('v2 updateError PATCH /errors/{error_id}', () => {
  const scene = useScene({});
  type Caller = 'owner' | 'member' | 'viewer' | 'stranger';
  const patch = (who: Caller, error_id: string, body: ErrorUpdate, header = {}) =>
    scene[who].v2.PATCH(url, { params: { path: { error_id }, header }, body });
  const report = async (overrides: Partial<ErrorReport>) => reportError(scene.member, scene.project, overrides);
  const read = async (error_id: string) => bodyOf(await scene.owner.v2.GET(url, { params: { path: { error_id } } }));
  let counter = 0;
  const newError = async (overrides: Partial<ErrorReport> = {}) =>
    (await report({ type: `Update${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[counter++]}Error`, ...overrides })).error_id;

  describe('200', () => {
    it('resolves the error, with audit row and event', async () => {
      const id = await newError();
      const { data, response } = await patch('member', id, { status: 'resolved' });
      expect(data).to.deep.include({ status: 'resolved', resolved_in_release: null, version: 2 });
      expect(data!.resolved_at).to.equal(data!.updated_at);
      expect(response.headers.get('etag')).to.equal('"2"');
      const { audit, events } = await tracesOf(scene.app, 'error', id);
      expect(audit.at(-1)).to.deep.include({ action: 'error.update', after: data });
      expect(events.at(-1)).to.deep.equal({ type: 'error.resolved', data });
    });

    it('reopens it when it occurs again, once', async () => {
      const id = await newError({ type: 'ReopenedError' });
      await patch('member', id, { status: 'resolved' });
      const results = [await report({ type: 'ReopenedError' }), await report({ type: 'ReopenedError' })];
      expect(results.map(({ is_regression }) => is_regression)).to.deep.equal([true, false]);
      expect(await read(id)).to.deep.include({ status: 'regressed', resolved_at: null, version: 3 });
      const { events } = await tracesOf(scene.app, 'error', id);
      expect(events.filter(({ type }) => type === 'error.regressed')).to.have.length(1);
    });

    it('leaves it resolved while only older releases report it', async () => {
      const type = 'ReleasedError';
      const id = await newError({ type, release: 'a@1' });
      await report({ type, release: 'a@2' });
      await patch('member', id, { status: 'resolved', resolved_in_release: 'a@3' });
      for (const release of ['a@1', 'a@2']) expect((await report({ type, release })).is_regression).to.equal(false);
      await report({ type: 'OtherError', release: 'a@3' });
      expect((await report({ type, release: 'a@2' })).is_regression).to.equal(false);
      expect(await read(id)).to.deep.include({ status: 'resolved', resolved_in_release: 'a@3' });
      expect((await report({ type, release: 'a@3' })).is_regression).to.equal(true);
    });

    it('reopens it for a release that appeared after the correction, though that was never reported', async () => {
      const type = 'UnseenError';
      const id = await newError({ type, release: 'b@1' });
      await patch('member', id, { status: 'resolved', resolved_in_release: 'b@2' });
      expect((await report({ type, release: 'b@1' })).is_regression).to.equal(false);
      scene.app.clock.advance(1000);
      expect((await report({ type, release: 'b@3' })).is_regression).to.equal(true);
      scene.app.clock.reset();
    });

    it('counts an ignored error without reopening it', async () => {
      const type = 'IgnoredError';
      const id = await newError({ type });
      const { data } = await patch('member', id, { status: 'ignored' });
      const { events } = await tracesOf(scene.app, 'error', id);
      expect(events.at(-1)).to.deep.equal({ type: 'error.ignored', data });
      expect(await report({ type })).to.deep.include({ outcome: 'counted', is_regression: false });
      expect(await read(id)).to.deep.include({ status: 'ignored', version: 2 });
    });

    it('assigns and names it without an event, and changes nothing of the same again', async () => {
      const id = await newError();
      const edit = { assignee_id: scene.member.user_id, title: 'Known trouble' };
      expect(bodyOf(await patch('member', id, edit))).to.deep.include({ ...edit, version: 2 });
      expect(bodyOf(await patch('member', id, edit))).to.deep.include({ ...edit, version: 2 });
      const { audit, events } = await tracesOf(scene.app, 'error', id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['error.create', 'error.update']);
      expect(events.map(({ type }) => type)).to.deep.equal(['error.created']);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect(refusalOf(await patch('viewer', await newError(), { status: 'ignored' })).code).to.equal('forbidden');
    });
  });

  describe('404', () => {
    it('hides errors of private projects and of other organizations', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { error_id } = await reportError(scene.owner, hidden);
      for (const who of ['member', 'stranger'] as const)
        expect(refusalOf(await patch(who, error_id, { status: 'ignored' })).status).to.equal(404);
    });
  });

  describe('409', () => {
    it('refuses a release for an error that is not resolved', async () => {
      const answer = await patch('member', await newError(), { resolved_in_release: 'a@1' });
      expect(refusalOf(answer)).to.deep.equal({ status: 409, code: 'error_not_resolved' });
    });

    it('refuses somebody who cannot see the project', async () => {
      const answer = await patch('member', await newError(), { assignee_id: scene.stranger.user_id });
      expect(refusalOf(answer)).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
    });

    it('refuses to change an archived project', async () => {
      const project = await createProject(scene.owner);
      const { error_id } = await reportError(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await patch('owner', error_id, { status: 'ignored' })).code).to.equal('project_archived');
    });
  });

  describe('412', () => {
    it('refuses another version, but not because of further occurrences', async () => {
      const type = 'BusyError';
      const id = await newError({ type });
      await report({ type });
      expect((await patch('member', id, { status: 'ignored' }, { 'If-Match': '"2"' })).response.status).to.equal(412);
      expect((await patch('member', id, { status: 'ignored' }, { 'If-Match': '"1"' })).response.status).to.equal(200);
    });
  });
});
