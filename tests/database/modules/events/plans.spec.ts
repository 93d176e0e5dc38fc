import { expect } from 'chai';
import { readEventFigures, readEventSeries } from '../../../../src/modules/analytics/event-figures.repository.ts';
import { readRequestFigures } from '../../../../src/modules/analytics/request-figures.repository.ts';
import { findEvent, listEventRows } from '../../../../src/modules/events/events.repository.ts';
import type { EventFilters } from '../../../../src/modules/events/events.types.ts';
import { countGroups, countIntervals } from '../../../../src/modules/events/figures/figures.repository.ts';
import { findEventsByKey } from '../../../../src/modules/events/intake/intake.repository.ts';
import { addMeasurements } from '../../../../src/modules/usage/measurements.repository.ts';
import { DURATION_BOUNDS_MS, type MeasuredQuarter } from '../../../../src/modules/usage/measurements.types.ts';
import type { PageRequest } from '../../../../src/platform/cursor.ts';
import { wholeDaysIn } from '../../../../src/platform/time-buckets.ts';
import type { Actor } from '../../../../src/platform/unit.ts';
import { planOf } from '../../../support/plan-of.ts';
import { useDatabase } from '../../../support/use-database.ts';

// Which way PostgreSQL takes through 30,000 events of three months, of which an organization has 29,000.

const idOf = (number: number): string => `11111111-0000-7000-8000-${String(number).padStart(12, '0')}`;
const organization_id = idOf(1);
const project_id = idOf(3);
const user_id = idOf(7);
const months = ['2026_09', '2026_10', '2026_11'];

const seed: readonly string[] = [
  "SELECT create_reported_event_partitions('2026-09-01', 3)",
  `INSERT INTO organizations (id, name, slug, created_at, updated_at)
   SELECT '${idOf(99)}'::uuid, 'A', 'a', now(), now() UNION ALL SELECT '${organization_id}', 'B', 'b', now(), now()`,
  `INSERT INTO projects (id, organization_id, key, name, visibility, created_at, updated_at)
   SELECT ('11111111-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '${organization_id}', 'K' || n, 'P', 'organization',
          now(), now()
     FROM generate_series(2, 9) n`,
  `INSERT INTO reported_events (id, organization_id, project_id, user_id, key, external_id, source, type, subject, time,
     extensions, recorded_at)
   SELECT md5('id' || n)::uuid, CASE WHEN n % 30 = 0 THEN '${idOf(99)}' ELSE '${organization_id}' END::uuid,
          ('11111111-0000-7000-8000-' || lpad((n % 8 + 2)::text, 12, '0'))::uuid,
          CASE WHEN n % 100 = 1 THEN '${user_id}'::uuid END, md5('key' || n)::uuid, 'event-' || n, '/source-' || n % 50,
          'type-' || n % 40, 'subject-' || n % 3000, at, '{}', at
     FROM (SELECT n, '2026-09-01T00:00:00Z'::timestamptz + n * interval '91 days' / 30001 AS at
             FROM generate_series(1, 30000) n) AS numbered`,
  `INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at,
     is_delta)
   SELECT organization_id, project_id, type, source, date_bin('15 minutes', time, '2000-01-01T00:00:00Z'),
          date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date, count(*), min(time), max(time), false
     FROM reported_events GROUP BY 1, 2, 3, 4, 5, 6`,
  `INSERT INTO event_quarters (organization_id, project_id, bucket, recorded_month, count)
   SELECT organization_id, project_id, bucket, recorded_month, sum(count) FROM event_counts GROUP BY 1, 2, 3, 4`,
  `INSERT INTO event_days (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at)
   SELECT organization_id, project_id, type, source, date_trunc('day', bucket, 'UTC'), recorded_month, sum(count),
          min(first_at), max(last_at)
     FROM event_counts GROUP BY 1, 2, 3, 4, 5, 6`,
];

/** Of every quarter of an hour in the months. */
const measurements = Array.from({ length: 8000 }, (_, place): MeasuredQuarter => {
  const began_at = new Date(Date.parse('2026-09-01T00:00:00Z') + place * 15 * 60_000).toISOString();
  const durations = Array.from({ length: DURATION_BOUNDS_MS.length + 1 }, () => 1);
  const figures = { requests: 27, client_errors: 0, server_errors: 0, duration_us: 1000, durations };
  return { organization_id, began_at, version: 'v2', operation_id: 'getTask', api_key_id: user_id, ...figures };
});

/** Each filter of the list, with the column after the organization by which its index begins. */
const filters: Readonly<Record<string, readonly [filters: EventFilters, column: string]>> = {
  nothing: [{}, 'time'],
  'a project': [{ project_id }, 'project_id'],
  'a type': [{ type: ['type-7'] }, 'type'],
  'a source': [{ source: '/source-7' }, 'source'],
  'a subject': [{ subject: 'subject-7' }, 'subject'],
  'a user': [{ user_id }, 'user_id'],
};
const page: PageRequest = { limit: 20, sort: 'time', descending: true, after: undefined, include_total: false };
const position = { value: '2026-11-28T00:00:00.000Z', id: idOf(5) };
const week = ['2026-11-02T00:00:00Z', '2026-11-09T00:00:00Z'];

describe('the plans of reads of reported events', function () {
  this.timeout(60_000);
  const database = useDatabase();

  before(async () => {
    for (const statement of seed) await database.db.knex.raw(statement);
    await addMeasurements(database.db, measurements);
    await database.db.knex.raw('ANALYZE');
  });

  const listOf = (wanted: EventFilters, asked: Partial<PageRequest> = {}): Promise<string> =>
    planOf(database.db, (db) => {
      const projects = db.knex('projects').select('id').where({ organization_id });
      return listEventRows(db, { organization_id, projects, filters: wanted }, { ...page, ...asked });
    });
  /** PostgreSQL shortens the names of long indexes. */
  function expectIndexes(plan: string, name: string): void {
    for (const month of months) expect(plan).to.match(new RegExp(`using reported_events_${month}_${name}\\w*`));
    expect(plan).not.to.match(/Seq Scan on reported_events_2026_(?:09|10|11)/);
    const sorted = [...plan.matchAll(/ Sort +\(cost=\S+ rows=(\d+)/g)].map(([, rows]) => Number(rows));
    expect(Math.max(0, ...sorted), plan).to.be.below(50);
  }

  for (const [name, [wanted, column]] of Object.entries(filters)) {
    it(`the list by ${name} reads an index of each month in its order, on every page`, async () => {
      expectIndexes(await listOf(wanted), `organization_id_${column}_`);
      expectIndexes(await listOf(wanted, { after: position }), `organization_id_${column}_`);
    });
  }

  it('the list by several types reads the index of each type, on every page', async () => {
    const wanted = { type: ['type-7', 'type-9', 'type-of-nothing'] };
    for (const asked of [{}, { after: position }, { descending: false }]) {
      const plan = await listOf(wanted, asked);
      for (const month of months) {
        expect(plan).to.match(new RegExp(`using reported_events_${month}_organization_id_type_\\w*`));
      }
      expect(plan).to.match(/Index Cond: \(\(organization_id = .*type = wanted.wanted_type/);
      expect(plan).not.to.match(/Seq Scan on reported_events_2026_(?:09|10|11)/);
    }
  });

  it('the list in the order of recording reads the primary key', async () => {
    const plan = await listOf({}, { sort: 'recorded_at', descending: false });
    expectIndexes(plan, 'pkey');
  });

  it('a range of recording leaves the other months out', async () => {
    const range = { recorded_after: '2026-10-01T00:00:00Z', recorded_before: '2026-11-01T00:00:00Z' };
    const plan = await listOf(range, { sort: 'recorded_at' });
    expect(new Set(plan.match(/reported_events_\d{4}_\d\d/g))).to.deep.equal(new Set(['reported_events_2026_10']));
  });

  it('one event is found by its id, and those of a batch by their keys', async () => {
    const byId = await planOf(database.db, (db) => findEvent(db, { organization_id, user_id } as Actor, idOf(1)));
    expectIndexes(byId, 'organization_id_id_idx');
    expectIndexes(await planOf(database.db, (db) => findEventsByKey(db, organization_id, [idOf(1), idOf(2)])), 'key');
  });

  it('figures read the counts of their range only', async () => {
    const scope = { organization_id, project_ids: [project_id], filters: {} };
    const everything = { organization_id, project_ids: undefined, isProjectOptional: true };
    const [from, to] = week as [string, string];
    const plans: readonly (readonly [plan: string, ...tables: string[]])[] = [
      [
        await planOf(database.db, (db) => countGroups(db, scope, { from, to, days: wholeDaysIn({ from, to }) })),
        'event_days',
        'event_counts',
      ],
      [await planOf(database.db, (db) => countIntervals(db, scope, week)), 'event_quarters', 'event_counts'],
      [
        await planOf(database.db, (db) => countIntervals(db, { ...scope, filters: { type: ['type-7'] } }, week)),
        'event_counts',
      ],
      [
        await planOf(database.db, (db) =>
          readEventFigures(db, everything, { bounds: week, days: wholeDaysIn({ from, to }) }),
        ),
        ...['event_quarters', 'event_days', 'event_counts'],
      ],
      [await planOf(database.db, (db) => readEventSeries(db, everything, { bounds: week })), 'event_quarters'],
    ];
    for (const [plan, ...tables] of plans) {
      for (const table of tables) expect(plan).to.match(new RegExp(`using ${table}_|on ${table}_(?:key|bucket_idx)`));
      expect(plan).to.match(/Index Cond: \(.*organization_id = .*bucket >= .*bucket < /);
      expect(plan).not.to.match(/Seq Scan on event_(?:counts|quarters|days)/);
    }
  });

  it('figures of requests read the measurements of their range only', async () => {
    const plan = await planOf(database.db, (db) => readRequestFigures(db, organization_id, { bounds: week }));
    expect(plan).to.include('request_measurements_pkey').and.to.not.include('Seq Scan on request_measurements');
    expect(plan).to.match(/Index Cond: \(.*organization_id = .*began_at >= .*began_at < /);
  });
});
