import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import pg from 'pg';
import type { ReportingKey } from '../../generated/v2/types.ts';
import { eventId, postEnvelope, sendEnvelope, type Item } from '../support/envelopes.ts';
import { createProject, createReportingKey } from '../support/factories.ts';
import { useScene } from '../support/scene.ts';

// Envelopes that arrive together are written together.

describe('envelopes in parallel', () => {
  const scene = useScene();
  let key: ReportingKey;
  before(async () => {
    key = await createReportingKey(scene.owner, scene.project);
  });
  const failure = (type: string, more: object = {}): Item => [
    { type: 'event' },
    { event_id: eventId(), exception: { values: [{ type }] }, ...more },
  ];

  it('are counted exactly, and what is new is recorded under the request that brought it', async () => {
    const type = `Parallel${eventId()}`;
    // One of them also brings an error of its own.
    const sent = Array.from({ length: 50 }, (_, index) => [
      failure(type),
      ...(index === 30 ? [failure(`${type}Own`)] : []),
    ]);
    const responses = await Promise.all(sent.map((items) => postEnvelope(scene.app, key, ...items)));
    expect(responses.map(({ status }) => status)).to.deep.equal(Array.from({ length: 50 }, () => 200));
    const groups = await scene.app.query<{ occurrence_count: string; kept: string; request_id: string }>(
      `SELECT g.occurrence_count, a.request_id,
              (SELECT count(*) FROM error_occurrences o WHERE o.error_id = g.id) AS kept
         FROM error_groups g JOIN audit_log a ON a.resource_id = g.id AND a.action = 'error.create'
        WHERE g.type LIKE $1 ORDER BY g.occurrence_count`,
      [`${type}%`],
    );
    expect(groups.map(({ occurrence_count, kept }) => [Number(occurrence_count), Number(kept)])).to.deep.equal([
      [1, 1],
      [50, 50],
    ]);
    const requests = responses.map(({ headers }) => headers.get('x-request-id'));
    expect(groups[0]!.request_id).to.equal(requests[30]);
    expect(requests).to.include(groups[1]!.request_id);
  });

  it('are refused once their project is deleted, and leave no row', async () => {
    const project = await createProject(scene.owner);
    const late = await createReportingKey(scene.owner, project);
    const sessions: Item = [
      { type: 'sessions' },
      { attrs: { release: 'gone@1' }, aggregates: [{ exited: 1, crashed: 1 }] },
    ];
    const one = (index: number) =>
      sendEnvelope(scene.app, late, failure('GoneError', { release: `gone@${index % 3}` }), sessions);
    expect(await one(0)).to.equal(200);
    const early = Array.from({ length: 30 }, (_, index) => one(index));
    const params = { path: { project_id: project.id } };
    const deleted = scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params });
    const rest = Array.from({ length: 30 }, (_, index) => one(index));
    expect((await deleted).response.status).to.equal(204);
    const statuses = await Promise.all([...early, ...rest]);
    expect(statuses.filter((status) => ![200, 403].includes(status))).to.deep.equal([]);
    expect(await one(0)).to.equal(403);
    const tables = ['error_groups', 'error_occurrences', 'error_counts', 'error_facets', 'error_reports'];
    for (const table of [...tables, 'error_releases', 'release_environments', 'release_sessions', 'bad_sessions']) {
      const rows = await scene.app.query(`SELECT 1 FROM ${table} WHERE project_id = $1`, [project.id]);
      expect(rows, table).to.deep.equal([]);
    }
  });

  it('wait no longer than a second for a project that is being deleted, and as long as others for any other lock', async () => {
    const project = await createProject(scene.owner);
    const held = await createReportingKey(scene.owner, project);
    const one = () => sendEnvelope(scene.app, held, failure('HeldError'));
    expect(await one()).to.equal(200);
    const holding = async (lock: string, work: () => Promise<void>): Promise<void> => {
      const client = new pg.Client({ connectionString: scene.app.databaseUrl });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(lock, [project.id]);
        await work();
        await client.query('ROLLBACK');
      } finally {
        await client.end();
      }
    };
    const parallel = () => Array.from({ length: 20 }, one);
    await holding('SELECT FROM projects WHERE id = $1 FOR UPDATE', async () => {
      const begun = performance.now();
      const statuses = await Promise.all(parallel());
      expect(performance.now() - begun).to.be.within(900, 2900);
      expect(new Set(statuses)).to.deep.equal(new Set([403]));
    });
    let waiting: Promise<number>[] = [];
    await holding('SELECT FROM error_groups WHERE project_id = $1 FOR UPDATE', async () => {
      waiting = parallel();
      expect(await Promise.race([...waiting, delay(1300, 'none')])).to.equal('none');
    });
    expect(new Set(await Promise.all(waiting))).to.deep.equal(new Set([200]));
  });
});
