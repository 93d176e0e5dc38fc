import { expect } from 'chai';
import type { Project, Release, ReportingKey } from '../../../generated/v2/types.ts';
import { eventId, sendEnvelope, type Item } from '../../support/envelopes.ts';
import { bodyOf, createProject, createReportingKey, reportError } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/releases';

describe('v2 listReleases GET /projects/{project_id}/releases', () => {
  const scene = useScene({});
  let project: Project;
  let key: ReportingKey;
  beforeEach(async () => {
    project = await createProject(scene.owner);
    key = await createReportingKey(scene.owner, project);
  });

  const list = async (query: { release?: string; environment?: string; include_total?: boolean } = {}) =>
    bodyOf(await scene.viewer.v2.GET(url, { params: { path: { project_id: project.id }, query } }));
  const only = async (query: { release?: string; environment?: string } = {}): Promise<Release> => {
    const { data } = await list(query);
    expect(data).to.have.length(1);
    return data[0]!;
  };
  const send = async (...items: readonly Item[]) => {
    expect(await sendEnvelope(scene.app, key, ...items)).to.equal(200);
  };
  const session = (release: string, more: object, environment?: string): Item => [
    { type: 'session' },
    { started: scene.app.clock.now().toISOString(), attrs: { release, ...(environment && { environment }) }, ...more },
  ];
  const sessions = (release: string, environment: string, counts: object): Item => [
    { type: 'sessions' },
    { attrs: { release, environment }, aggregates: [{ started: scene.app.clock.now().toISOString(), ...counts }] },
  ];

  describe('200', () => {
    it('counts sessions by their worst outcome, and errors of each release', async () => {
      const from = scene.app.clock.now().toISOString();
      const sids = Array.from({ length: 5 }, eventId);
      await send(...sids.map((sid) => session('shop@1', { sid, init: true, status: 'ok' })));
      await send(session('shop@1', { sid: sids[0], status: 'exited', errors: 0 }));
      await send(session('shop@1', { sid: sids[1], status: 'ok', errors: 1 }));
      await send(session('shop@1', { sid: sids[2], status: 'ok', errors: 1 }));
      await send(session('shop@1', { sid: sids[2], status: 'crashed', errors: 2 }));
      await send(session('shop@1', { sid: sids[3], status: 'abnormal' }));
      for (const type of ['CartError', 'CartError', 'MailError'])
        await reportError(scene.member, project, { type, release: 'shop@1' });
      const until = scene.app.clock.now().toISOString();
      scene.app.clock.advance(60_000);
      await reportError(scene.member, project, { type: 'CartError', release: 'shop@2' });
      await reportError(scene.member, project, { type: 'NewError', release: 'shop@2' });
      const { data } = await list();
      const { id: _id, first_seen_at, last_seen_at, ...first } = data[1]!;
      expect(first_seen_at >= from && last_seen_at > first_seen_at && last_seen_at <= until).to.equal(true);
      expect(first).to.deep.equal({
        organization_id: scene.owner.organization_id,
        project_id: project.id,
        release: 'shop@1',
        session_count: 5,
        exited_count: 2,
        errored_count: 1,
        abnormal_count: 1,
        crashed_count: 1,
        crash_free_session_rate: 0.8,
        new_error_count: 2,
        occurrence_count: 3,
      });
      expect(data[0]!.first_seen_at > until).to.equal(true);
      expect(data[0]).to.deep.include({
        ...{ release: 'shop@2', session_count: 0, crash_free_session_rate: null },
        ...{ new_error_count: 1, occurrence_count: 2 },
      });
    });

    it('counts what was reported in one environment', async () => {
      await send(sessions('shop@1', 'production', { exited: 7, crashed: 1 }));
      await send(sessions('shop@1', 'staging', { exited: 1, errored: 2, crashed: 1 }));
      await send(sessions('shop@2', 'production', { exited: 1 }));
      await reportError(scene.member, project, { type: 'A', release: 'shop@1', environment: 'staging' });
      await reportError(scene.member, project, { type: 'A', release: 'shop@1', environment: 'production' });
      await reportError(scene.member, project, { type: 'B', release: 'shop@1' });
      expect(await only({ environment: 'staging' })).to.deep.include({
        ...{ release: 'shop@1', session_count: 4, exited_count: 1, errored_count: 2, crashed_count: 1 },
        ...{ crash_free_session_rate: 0.75, new_error_count: 1, occurrence_count: 1 },
      });
      expect(await only({ release: 'shop@1' })).to.deep.include({
        ...{ session_count: 12, exited_count: 8, crashed_count: 2, new_error_count: 2, occurrence_count: 3 },
      });
      expect((await list({ environment: 'test' })).data).to.deep.equal([]);
    });

    it('lists by the time of the first report, over pages as in one, and counts them', async () => {
      for (const release of ['b', 'c', 'a']) {
        scene.app.clock.advance(1000);
        await send(sessions(release, 'production', { exited: 1 }));
      }
      const names = async (sort?: 'first_seen_at') => {
        const query = sort === undefined ? { limit: 2 } : { sort, limit: 2 };
        const path = { project_id: project.id };
        const first = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query } }));
        const next = { ...query, cursor: first.page.next_cursor! };
        const second = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query: next } }));
        return [...first.data, ...second.data].map(({ release }) => release);
      };
      expect(await names()).to.deep.equal(['a', 'c', 'b']);
      expect(await names('first_seen_at')).to.deep.equal(['b', 'c', 'a']);
      expect((await list({ environment: 'production', include_total: true })).page.total).to.equal(3);
    });

    it('counts exactly under parallel reports of errors and sessions', async () => {
      const sent = Array.from({ length: 30 }, (_, index) => [
        sessions('shop@1', 'production', { exited: 3, errored: 1, crashed: 1 }),
        ...[
          [
            { type: 'event' },
            { event_id: eventId(), release: 'shop@1', message: `kind ${index % 3 ? 'a' : 'b'}` },
          ] as Item,
        ],
      ]);
      await Promise.all(sent.map((items) => send(...items)));
      expect(await only()).to.deep.include({
        ...{ session_count: 150, exited_count: 90, errored_count: 30, crashed_count: 30 },
        ...{ crash_free_session_rate: 0.8, new_error_count: 2, occurrence_count: 30 },
      });
    });
  });

  describe('404', () => {
    it('hides the releases of another organization and of a private project', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const missing = { status: 404, code: 'not_found' };
      const read = (who: 'stranger' | 'member', { id }: { id: string }) =>
        scene[who].v2.GET(url, { params: { path: { project_id: id } } });
      expect(refusalOf(await read('stranger', scene.project))).to.deep.equal(missing);
      expect(refusalOf(await read('member', hidden))).to.deep.equal(missing);
    });
  });
});
