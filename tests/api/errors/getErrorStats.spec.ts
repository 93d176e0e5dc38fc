import { expect } from 'chai';
import type { ErrorReport } from '../../../generated/v2/types.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

describe('v2 getErrorStats GET /errors/stats', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'viewer' | 'stranger', query: object = {}) =>
    scene[who].v2.GET('/api/v2/errors/stats', { params: { query } });
  const newProject = async (reports: ErrorReport[], overrides = {}) => {
    const project = await createProject(scene.owner, overrides);
    const body = { project_id: project.id, reports };
    return { project, results: bodyOf(await scene.owner.v2.POST('/api/v2/errors', { body })).results };
  };
  // The night in which clocks go back in Berlin: the day has 25 hours.
  const range = { from: '2026-10-24T22:00:00Z', to: '2026-10-26T23:00:00Z', time_zone: 'Europe/Berlin' };
  const reports: ErrorReport[] = [
    { type: 'NightError', occurred_at: '2026-10-24T22:10:00Z', environment: 'production', release: 'a@1' },
    { type: 'NightError', occurred_at: '2026-10-25T22:50:00Z', environment: 'staging', release: 'a@2' },
    { type: 'DayError', occurred_at: '2026-10-25T23:10:00Z', level: 'fatal' },
    { type: 'DayError', occurred_at: '2026-10-27T23:10:00Z', level: 'fatal' },
  ];

  describe('200', () => {
    it('counts by the days of a time zone, and by what errors and occurrences are', async () => {
      const { project, results } = await newProject(reports);
      const { series, ...stats } = bodyOf(await get('viewer', { ...range, project_id: [project.id] }));
      expect(series).to.deep.equal([
        {
          starts_at: '2026-10-24T22:00:00.000Z',
          ends_at: '2026-10-25T23:00:00.000Z',
          occurrence_count: 2,
          new_count: 1,
        },
        {
          starts_at: '2026-10-25T23:00:00.000Z',
          ends_at: '2026-10-26T23:00:00.000Z',
          occurrence_count: 1,
          new_count: 1,
        },
      ]);
      expect(stats).to.deep.include({ occurrence_count: 3, error_count: 2, new_count: 2, counts: null });
      expect(stats.by_status).to.deep.equal([{ status: 'open', error_count: 2, occurrence_count: 3 }]);
      expect(stats.by_level).to.deep.equal([
        { level: 'error', error_count: 1, occurrence_count: 2 },
        { level: 'fatal', error_count: 1, occurrence_count: 1 },
      ]);
      expect(stats.by_environment.map(({ environment }) => environment)).to.have.members([
        null,
        'production',
        'staging',
      ]);
      expect(stats.by_first_release).to.have.deep.members([
        { release: 'a@1', new_count: 1 },
        { release: null, new_count: 1 },
      ]);
      expect(stats.top[0]).to.deep.equal({ error_id: results[0]!.error_id, title: 'NightError', occurrence_count: 2 });
    });

    it('counts one error, or one environment', async () => {
      const { project, results } = await newProject(reports);
      const { error_id } = results[2]!;
      const one = bodyOf(await get('viewer', { ...range, error_id }));
      expect(one).to.deep.include({ occurrence_count: 1, error_count: 1 });
      expect(one.counts).to.deep.include({ error_id, occurrence_count: 2 });
      const query = { ...range, project_id: [project.id], environment: 'staging' };
      expect(bodyOf(await get('viewer', query))).to.deep.include({ occurrence_count: 1, error_count: 1, new_count: 1 });
    });

    it('leaves out what the caller cannot see', async () => {
      const { results } = await newProject(reports, { visibility: 'private' });
      const { error_id } = results[0]!;
      expect(bodyOf(await get('owner', { ...range, error_id })).occurrence_count).to.equal(2);
      for (const who of ['viewer', 'stranger'] as const)
        expect(bodyOf(await get(who, { ...range, error_id }))).to.deep.include({ occurrence_count: 0, counts: null });
    });
  });

  describe('409', () => {
    it('refuses a range that is empty or too long', async () => {
      const empty = await get('viewer', { from: range.to, to: range.from });
      expect(refusalOf(empty)).to.deep.equal({ status: 409, code: 'range_empty' });
      const long = await get('viewer', { from: '2020-01-01T00:00:00Z', interval: 'hour' });
      expect(refusalOf(long)).to.deep.equal({ status: 409, code: 'range_too_long' });
    });
  });
});
