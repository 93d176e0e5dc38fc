import { expect } from 'chai';
import { readEventFigures, readEventSeries } from '../../../../src/modules/analytics/event-figures.repository.ts';
import { mergeEventCounts } from '../../../../src/modules/events/events.jobs.ts';
import { countGroups, countIntervals } from '../../../../src/modules/events/figures/figures.repository.ts';
import { dropMonth, eraseProjectEvents } from '../../../../src/modules/events/retention/retention.repository.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { readTimeBuckets, wholeDaysIn, type TimeInterval } from '../../../../src/platform/time-buckets.ts';
import { createManualClock } from '../../../support/clock.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';
import { useDatabase } from '../../../support/use-database.ts';

// Figures are read from quarters of an hour, from days and from what has not been merged. Whatever the range, the zone and
// the state of merging, they are what a count of the events themselves is.

interface Happened {
  readonly at: number;
  readonly project_id: string | null;
  readonly type: string;
  readonly source: string;
}

const MINUTE_MS = 60_000;
const ranges: readonly (readonly [from: string, to: string])[] = [
  ['2026-10-20T00:00:00.000Z', '2026-11-03T00:00:00.000Z'],
  ['2026-10-23T22:15:00.000Z', '2026-10-27T05:45:00.000Z'],
  ['2026-10-25T00:15:00.000Z', '2026-10-25T23:45:00.000Z'],
  ['2026-10-24T23:45:00.000Z', '2026-10-26T00:15:00.000Z'],
  ['2026-10-25T13:00:00.000Z', '2026-10-26T11:00:00.000Z'],
];
const zones = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'America/St_Johns',
];
const intervals: readonly TimeInterval[] = ['hour', 'day', 'month'];

describe('figures of reported events', function () {
  this.timeout(120_000);
  const database = useDatabase();
  const organization_id = newId();
  const [kept, erased] = [newId(), newId()];
  const projects = [kept, erased, null] as const;
  let random = 7;
  const draw = (below: number): number => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((random / 2_147_483_648) * below);
  };
  const happened: Happened[] = Array.from({ length: 1200 }, () => ({
    // Of a minute each, so that many begin a quarter, an hour or a day.
    at: Date.parse('2026-10-20T00:00:00Z') + draw(14 * 96) * 15 * MINUTE_MS + draw(3) * 7 * MINUTE_MS,
    project_id: projects[draw(3)] ?? null,
    type: `type-${draw(4)}`,
    source: `/source-${draw(3)}`,
  }));
  /** Those that are left. */
  let present: readonly Happened[] = [];

  const count = async (events: readonly Happened[], by: 1 | -1): Promise<void> => {
    const rows = events.map(({ at, ...event }) => {
      const time = by === 1 ? new Date(at) : null;
      const bucket = new Date(Math.floor(at / (15 * MINUTE_MS)) * 15 * MINUTE_MS);
      // Some are recorded in the month after they happened.
      const recorded_month = event.type === 'type-0' ? '2026-11-01' : '2026-10-01';
      const times = { bucket, recorded_month, first_at: time, last_at: time };
      return { ...event, organization_id, ...times, count: by, is_delta: true };
    });
    await database.db.knex.batchInsert('event_counts', rows, 500);
  };
  const merge = (): Promise<void> => mergeEventCounts({}, contextOn(database.db, createManualClock()));
  const within = (from: string, to: string): Happened[] => {
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    return present.filter(({ at }) => at >= begin && at < end);
  };

  const expectFigures = async (): Promise<void> => {
    for (const [from, to] of ranges) {
      for (const project_ids of [[kept, erased], [erased]]) await expectGroups(from, to, project_ids);
      for (const time_zone of zones) {
        for (const interval of intervals) await expectSeries({ from, to, interval, time_zone });
      }
    }
  };

  const expectGroups = async (from: string, to: string, project_ids: readonly string[]): Promise<void> => {
    const visible = within(from, to).filter((one) => one.project_id === null || project_ids.includes(one.project_id));
    for (const filters of [{}, { type: ['type-1', 'type-2'] }, { source: '/source-1' }, { project_id: erased }]) {
      const { type, source, project_id } = filters as { type?: string[]; source?: string; project_id?: string };
      const wanted = visible.filter(
        (one) =>
          (type?.includes(one.type) ?? true) &&
          one.source === (source ?? one.source) &&
          one.project_id === (project_id ?? one.project_id),
      );
      const groups = await countGroups(
        database.db,
        { organization_id, project_ids, filters },
        { from, to, days: wholeDaysIn({ from, to }) },
      );
      const found = groups.map((row) => [row.part, row[partColumns[row.part]] ?? null, row.count]);
      expect(found, JSON.stringify({ from, to, filters })).to.have.deep.members([
        ...sumsBy(wanted, 'type'),
        ...sumsBy(wanted, 'source'),
        ...sumsBy(wanted, 'project'),
        ...(wanted.length > 0 ? [['all', null, wanted.length]] : []),
      ]);
    }
  };

  const expectSeries = async (range: Parameters<typeof readTimeBuckets>[1] & { readonly from: string }) => {
    const { bounds } = await readTimeBuckets(database.db, range);
    const name = JSON.stringify(range);
    const starts = bounds.map((bound) => Date.parse(bound));
    const counted = (events: readonly Happened[]): ReadonlyMap<number, number> => {
      const counts = new Map<number, number>();
      for (const { at } of events) {
        const place = starts.findLastIndex((start) => start <= at) + 1;
        if (place > 0 && place < starts.length) counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      return counts;
    };
    const wanted = counted(present);
    for (const filters of [{}, { type: ['type-1', 'type-2'] }, { project_id: kept }]) {
      const scope = { organization_id, project_ids: [kept, erased], filters };
      const found = new Map([...(await countIntervals(database.db, scope, bounds))].filter(([, events]) => events > 0));
      const { type, project_id } = filters as { type?: string[]; project_id?: string };
      const matching = present.filter(
        (one) => (type?.includes(one.type) ?? true) && one.project_id === (project_id ?? one.project_id),
      );
      expect(found, name).to.deep.equal(counted(matching));
    }
    const everything = { organization_id, project_ids: undefined, isProjectOptional: true };
    const parts = await readEventFigures(database.db, everything, { bounds, days: wholeDaysIn(range) });
    const places = parts.filter(({ part }) => part === 'bucket').map(({ bucket, events }) => [bucket, events] as const);
    expect(new Map(places), name).to.deep.equal(wanted);
    const named = parts
      .filter(({ part }) => part !== 'bucket')
      .map((row) => [row.part, row[row.part as 'type' | 'source'], row.events]);
    const all = within(range.from, range.to);
    expect(named, name).to.have.deep.members([...sumsBy(all, 'type'), ...sumsBy(all, 'source')]);
    const series = await readEventSeries(database.db, everything, { bounds });
    const shown = series.filter(({ events }) => events > 0).map(({ bucket, events }) => [bucket, events] as const);
    expect(new Map(shown), name).to.deep.equal(wanted);
  };

  it('are exact before anything is merged', async () => {
    present = happened.slice(0, 600);
    await count(present, 1);
    await expectFigures();
  });

  it('are exact once all is merged', async () => {
    await merge();
    await expectFigures();
  });

  it('are exact while late events and deletions are not merged yet, and once they are', async () => {
    const late = happened.slice(600);
    const deleted = present.filter((_, place) => place % 3 === 0);
    await count(late, 1);
    await count(deleted, -1);
    present = [...present.filter((_, place) => place % 3 !== 0), ...late];
    await expectFigures();
    await merge();
    await expectFigures();
  });

  it('lose the events of an erased project, and those of a month that is removed', async () => {
    await eraseProjectEvents(database.db, { organization_id, project_id: erased }, 100);
    present = present.filter(({ project_id }) => project_id !== erased);
    await expectFigures();
    await database.db.knex.raw('CREATE TABLE no_month ()');
    const month = { name: 'no_month', month: '2026-11-01', is_attached: false, is_pending: false };
    await dropMonth(database.db, month);
    present = present.filter(({ type }) => type !== 'type-0');
    await expectFigures();
  });
});

const partColumns = { type: 'type', source: 'source', project: 'project_id', all: 'project_id' } as const;

function sumsBy(events: readonly Happened[], part: 'type' | 'source' | 'project'): (string | number | null)[][] {
  const sums = new Map<string | null, number>();
  for (const event of events) {
    const key = event[partColumns[part]];
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  return [...sums].map(([key, events_count]) => [part, key, events_count]);
}
