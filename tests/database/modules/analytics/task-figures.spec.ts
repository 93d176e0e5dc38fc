import { expect } from 'chai';
import type { TaskAnalytics, TaskCountsByStatus } from '../../../../generated/v2/types.ts';
import { getTaskAnalytics } from '../../../../src/modules/analytics/task-figures.service.ts';
import { newId } from '../../../../src/platform/ids.ts';
import type { TimeInterval } from '../../../../src/platform/time-buckets.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { bucketOf, localBounds } from '../../../support/figures/local-buckets.ts';
import { createRandom } from '../../../support/figures/random.ts';
import { useDatabase } from '../../../support/use-database.ts';

type Status = keyof TaskCountsByStatus;
const statuses: readonly Status[] = ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'];
const zones = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'];

interface Move {
  readonly at: string;
  readonly from: Status;
  readonly to: Status;
}

interface Planned {
  readonly id: string;
  readonly project_id: string;
  readonly milestone_id: string | null;
  readonly created_at: string;
  readonly first: Status;
  readonly moves: readonly Move[];
  /** Of a task that was imported as done. */
  readonly imported_done_at: string | null;
  readonly type: 'task' | 'bug';
}

/** The figures, computed from every task at every end of a bucket. */
function figuresOf(tasks: readonly Planned[], bounds: readonly string[]) {
  const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);
  const statusAt = ({ created_at, first, moves, imported_done_at }: Planned, end: string): Status | undefined => {
    if (!isBefore(created_at, end)) return undefined;
    if (imported_done_at !== null) return isBefore(imported_done_at, end) ? 'done' : 'todo';
    return moves.findLast(({ at }) => isBefore(at, end))?.to ?? first;
  };
  const doneAt = ({ moves, imported_done_at }: Planned): string | undefined => {
    if (imported_done_at !== null) return imported_done_at;
    const last = moves.at(-1);
    return last?.to === 'done' ? last.at : undefined;
  };
  const between = (from: string, to: string) => {
    const isIn = (at: string | undefined): boolean => at !== undefined && !isBefore(at, from) && isBefore(at, to);
    const done = tasks.filter((task) => isIn(doneAt(task)));
    const seconds = (from_: string | undefined, task: Planned): number[] =>
      from_ === undefined ? [] : [(Date.parse(doneAt(task) ?? '') - Date.parse(from_)) / 1000];
    return {
      created: tasks.filter(({ created_at }) => isIn(created_at)).length,
      done: done.length,
      cycle_time: durationOf(
        done.flatMap((task) => seconds(task.moves.find((move) => move.to === 'in_progress')?.at, task)),
      ),
      lead_time: durationOf(done.flatMap((task) => seconds(task.created_at, task))),
    };
  };
  const series = bounds.slice(0, -1).map((starts_at, place) => {
    const ends_at = bounds[place + 1] ?? '';
    const there = tasks.map((task) => statusAt(task, ends_at));
    const by_status = Object.fromEntries(
      statuses.map((status) => [status, there.filter((one) => one === status).length]),
    );
    return { starts_at, ends_at, ...between(starts_at, ends_at), by_status };
  });
  return { all: between(bounds[0] ?? '', bounds.at(-1) ?? ''), series };
}

/** As spreadsheets do it: the percentile lies between two neighbours in the sorted list. */
function durationOf(seconds: readonly number[]) {
  const sorted = seconds.toSorted((a, b) => a - b);
  const percentile = (share: number): number | null => {
    if (sorted.length === 0) return null;
    const place = share * (sorted.length - 1);
    const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (high - low) * (place - Math.floor(place));
  };
  const mean = sorted.length === 0 ? null : sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return { count: sorted.length, p50_seconds: percentile(0.5), p85_seconds: percentile(0.85), mean_seconds: mean };
}

describe('figures of tasks against a count of every task', function () {
  this.timeout(60_000);
  const database = useDatabase();
  const organization_id = newId();
  const [open, hidden] = [newId(), newId()];
  const milestone_id = newId();
  const user_id = newId();
  const range = { from: '2026-03-20T00:00:00.000Z', to: '2026-04-12T00:00:00.000Z' };
  let planned: readonly Planned[] = [];

  const unitOf = (role: 'admin' | 'member'): Unit => ({
    db: database.db,
    actor: {
      user_id,
      organization_id,
      role,
      scopes: undefined,
      is_operator: false,
      credential_type: null,
      credential_id: null,
    },
    request_id: 'figures',
    now: new Date('2026-04-20T00:00:00Z'),
  });

  before(async () => {
    planned = plan(createRandom(7), 400);
    const at = '2026-01-01T00:00:00Z';
    const knex = database.db.knex;
    await knex('organizations').insert({
      id: organization_id,
      name: 'Meridian',
      slug: 'figures',
      created_at: at,
      updated_at: at,
    });
    for (const [id, key, visibility] of [
      [open, 'OPEN', 'organization'],
      [hidden, 'HIDDEN', 'private'],
    ] as const)
      await knex('projects').insert({
        id,
        organization_id,
        key,
        name: key,
        visibility,
        created_at: at,
        updated_at: at,
      });
    await knex('milestones').insert({
      ...{
        id: milestone_id,
        organization_id,
        project_id: open,
        name: '1.0',
        due_on: '2026-04-05',
        created_at: at,
        updated_at: at,
      },
    });
    for (const [place, task] of planned.entries()) await insert(task, place + 1);
  });

  async function insert(task: Planned, number: number): Promise<void> {
    const { id, project_id, milestone_id: milestone, created_at, first, moves, imported_done_at, type } = task;
    const last = moves.at(-1);
    const completed_at = imported_done_at ?? (last?.to === 'done' ? last.at : null);
    await database.db.knex('tasks').insert({
      ...{
        id,
        organization_id,
        project_id,
        number,
        key: `T-${number}`,
        title: 'Task',
        type,
        priority: 'none',
      },
      ...{ milestone_id: milestone, status: imported_done_at === null ? (last?.to ?? first) : 'done', completed_at },
      ...{ version: moves.length + 1, created_at, updated_at: created_at },
    });
    const entries = moves.map(({ at: moved_at, from, to }, move) => ({
      ...{ version: move + 2, action: 'transitioned', created_at: moved_at },
      changes: JSON.stringify([{ field: 'status', from, to }]),
    }));
    const made = imported_done_at === null ? ['created', created_at] : ['imported', '2026-04-13T00:00:00Z'];
    await database.db.knex('task_history').insert(
      [{ version: 1, action: made[0], created_at: made[1], changes: '[]' }, ...entries].map((entry) => ({
        ...{ ...entry, id: newId(), organization_id, project_id, task_id: id },
      })),
    );
  }

  function plan(random: () => number, count: number): Planned[] {
    const start = Date.parse('2026-02-20T00:00:00Z');
    const timeAfter = (after: number, days: number): number => after + Math.floor(random() * days * 86_400_000);
    return Array.from({ length: count }, () => {
      const created = timeAfter(start, 55);
      const isImported = random() < 0.15;
      const first: Status = random() < 0.3 ? 'backlog' : 'todo';
      const moves: Move[] = [];
      let at = created;
      let status: Status = first;
      for (let move = 0; !isImported && move < Math.floor(random() * 7); move += 1) {
        at = timeAfter(at, 8);
        if (at > Date.parse('2026-04-19T00:00:00Z')) break;
        const others = statuses.filter((other) => other !== status);
        const to = others[Math.floor(random() * others.length)] ?? 'done';
        moves.push({ at: new Date(at).toISOString(), from: status, to });
        status = to;
      }
      return {
        id: newId(),
        project_id: random() < 0.25 ? hidden : open,
        milestone_id: null,
        created_at: new Date(created).toISOString(),
        first,
        moves,
        imported_done_at: isImported ? new Date(timeAfter(created, 20)).toISOString() : null,
        type: random() < 0.5 ? ('task' as const) : ('bug' as const),
      };
    }).map((task, place) => (task.project_id === open && place % 3 === 0 ? { ...task, milestone_id } : task));
  }

  function expectFigures(found: TaskAnalytics, tasks: readonly Planned[], bounds: readonly string[]): void {
    const { all, series } = figuresOf(tasks, bounds);
    const near = (one: object, other: object, at: string): void => {
      for (const [name, value] of Object.entries(other) as [string, number | null][]) {
        const shown = (one as Record<string, number | null>)[name];
        if (value === null || shown === null) expect(shown, `${at} ${name}`).to.equal(value);
        else expect(shown, `${at} ${name}`).to.be.closeTo(value, 0.002);
      }
    };
    expect(found.series).to.have.length(series.length);
    for (const [place, bucket] of found.series.entries()) {
      const { cycle_time, lead_time, ...counts } = series[place]!;
      const { starts_at, ends_at, created, done, by_status } = bucket;
      expect({ starts_at, ends_at, created, done, by_status }).to.deep.equal(counts);
      near(bucket.cycle_time, cycle_time, bucket.starts_at);
      near(bucket.lead_time, lead_time, bucket.starts_at);
    }
    expect([found.created, found.done]).to.deep.equal([all.created, all.done]);
    near(found.cycle_time, all.cycle_time, 'all');
    near(found.lead_time, all.lead_time, 'all');
  }

  for (const time_zone of zones) {
    for (const interval of ['hour', 'day', 'week', 'month'] as const satisfies readonly TimeInterval[]) {
      it(`by ${interval} in ${time_zone}`, async () => {
        const found = await getTaskAnalytics(unitOf('admin'), { ...range, interval, time_zone });
        expectFigures(found, planned, localBounds(range, interval, time_zone));
      });
    }
  }

  const daily = { ...range, interval: 'day', time_zone: 'UTC' } as const;
  const bounds = localBounds(range, 'day', 'UTC');

  it('counts nothing of private projects for who cannot see them', async () => {
    const visible = planned.filter(({ project_id }) => project_id === open);
    expectFigures(await getTaskAnalytics(unitOf('member'), daily), visible, bounds);
    const none = await getTaskAnalytics(unitOf('member'), { ...daily, project_id: hidden });
    expectFigures(none, [], bounds);
    expect(none).to.deep.include({ by_type: [], by_priority: [], by_assignee: [] });
    const inHidden = planned.filter(({ project_id }) => project_id === hidden);
    expectFigures(await getTaskAnalytics(unitOf('admin'), { ...daily, project_id: hidden }), inHidden, bounds);
  });

  it('burns a milestone down to the end of the day on which it is due', async () => {
    const found = await getTaskAnalytics(unitOf('admin'), { ...daily, milestone_id });
    const tasks = planned.filter((task) => task.milestone_id === milestone_id);
    expectFigures(found, tasks, bounds);
    const before = figuresOf(tasks, ['2020-01-01T00:00:00.000Z', range.from]).series[0]!
      .by_status as TaskCountsByStatus;
    const open_ = before.backlog + before.todo + before.in_progress + before.in_review;
    const due = Date.parse('2026-04-06T00:00:00Z');
    for (const { ends_at, ideal_open } of found.series) {
      const rest = Math.max(0, (due - Date.parse(ends_at)) / (due - Date.parse(range.from)));
      expect(ideal_open).to.be.closeTo(open_ * rest, 0.001);
    }
  });

  it('counts by type what the buckets add up to', async () => {
    const found = await getTaskAnalytics(unitOf('admin'), daily);
    for (const { type, figures } of found.by_type) {
      const tasks = planned.filter((task) => task.type === type);
      const created = tasks.filter(({ created_at }) => ![0, bounds.length].includes(bucketOf(bounds, created_at)));
      expect(figures.created).to.equal(created.length);
      expect(figures.done).to.equal(figuresOf(tasks, bounds).all.done);
    }
    expect(found.by_type.reduce((sum, { figures }) => sum + figures.open, 0)).to.equal(
      found.by_priority.reduce((sum, { figures }) => sum + figures.open, 0),
    );
  });
});
