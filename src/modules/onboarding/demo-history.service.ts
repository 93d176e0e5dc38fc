import type { ErrorReport, Project } from '../../../generated/v2/types.ts';
import { takeErrorReports } from '../errors/index.ts';
import { takeEvents } from '../events/index.ts';
import { createMilestone, updateMilestone } from '../milestones/index.ts';
import { createProject } from '../projects/index.ts';
import { createTask, moveTask } from '../tasks/index.ts';
import { createUsageRecorder } from '../usage/index.ts';
import { DAY_MS } from '../../platform/durations.ts';
import * as data from './demo-history.data.ts';
import type { DemoActors } from './demo.types.ts';

const { historyDays, historyProject, historyReleases } = data;

/** Numbers from 0 to 1, always the same ones (mulberry32), so that every demo has the same history. */
type Random = () => number;

function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Creates half a year of history: tasks that were worked on, releases, what a pipeline and a shop reported, errors with
 * spikes after releases, and measured requests. It calls the services, so that all of it is consistent.
 */
export async function createDemoHistory(actors: DemoActors): Promise<void> {
  const random = createRandom(20_261_130);
  const project = await createProject(actors.as('Ada', historyDays), historyProject);
  await createTasks(actors, project, random);
  await reportEvents(actors, project, random);
  await reportErrors(actors, project, random);
  await measureRequests(actors, random);
}

async function createTasks({ as, people }: DemoActors, project: Project, random: Random): Promise<void> {
  const milestones = new Map<string, string>();
  for (const { name, days_ago } of historyReleases) {
    const unit = as('Tomás', days_ago + 30);
    const due_on = new Date(unit.now.getTime() + 30 * DAY_MS).toISOString().slice(0, 10);
    milestones.set(name, (await createMilestone(unit, project.id, { name, due_on })).id);
  }
  for (let day = historyDays - 1; day > 1; day -= 1) {
    const count = isWeekend(as('Ada', day).now) ? 0 : Math.floor(random() * 2.4);
    for (let task = 0; task < count; task += 1) {
      const author = pick(data.historyPeople, random);
      const assignee = pick(data.historyPeople, random);
      const release = historyReleases.find(({ days_ago }) => days_ago < day)?.name ?? '';
      const created = await createTask(as(author, day - random() / 2), project.id, {
        title: `${pick(data.historyVerbs, random)} ${pick(data.historySubjects, random)}`,
        type: pick(data.historyTypes, random),
        priority: pick(data.historyPriorities, random),
        assignee_id: people.get(assignee)?.user.id ?? null,
        milestone_id: milestones.get(release) ?? null,
      });
      await work(as, { id: created.id, assignee, day }, random);
    }
  }
  for (const { name, days_ago } of historyReleases)
    await updateMilestone(as('Tomás', days_ago), milestones.get(name) ?? '', { state: 'closed' }, undefined);
}

/** Most tasks wait some days, take some days, and are reviewed; few are given up, and the newest are still open. */
async function work(
  as: DemoActors['as'],
  { id, assignee, day }: { readonly id: string; readonly assignee: string; readonly day: number },
  random: Random,
): Promise<void> {
  let at = day - 0.5 - random() * 6;
  if (at <= 0.1) return;
  if (random() < 0.06) {
    await moveTask(as(assignee, at), id, 'cancelled');
    return;
  }
  await moveTask(as(assignee, at), id, 'in_progress');
  at -= 0.2 + random() ** 2 * 9;
  if (at <= 0.1) return;
  await moveTask(as(assignee, at), id, 'in_review');
  at -= 0.05 + random() * 2;
  if (at > 0.1) await moveTask(as(assignee, at), id, 'done');
}

async function reportEvents({ as }: DemoActors, project: Project, random: Random): Promise<void> {
  const unit = as('Ken', 0);
  const events = [];
  for (let day = historyDays - 1; day >= 0; day -= 1) {
    for (const { type, source, weekday, weekend } of data.historyEvents) {
      const usual = isWeekend(as('Ken', day).now) ? weekend : weekday;
      for (let event = countOf(usual, random); event > 0; event -= 1)
        events.push({ ...absent, source, type, project_id: project.id, time: timeOf(unit.now, day, random) });
    }
  }
  for (let at = 0; at < events.length; at += 500) await takeEvents(unit, events.slice(at, at + 500));
}

const absent = { id: null, subject: null, datacontenttype: null, dataschema: null, data: null, user_id: null };

async function reportErrors({ as }: DemoActors, project: Project, random: Random): Promise<void> {
  const unit = as('Ken', 0);
  const reports: ErrorReport[] = [];
  for (const { from, to, daily, spike, ...report } of data.historyErrors) {
    for (let day = from; day >= to; day -= 1) {
      const release = historyReleases.findLast(({ days_ago }) => days_ago >= day)?.name ?? '1.0';
      const isFirstDay = historyReleases.some(({ days_ago }) => days_ago === day);
      for (let count = countOf(isFirstDay ? spike : daily, random); count > 0; count -= 1) {
        const environment = random() < 0.9 ? 'production' : 'staging';
        reports.push({ ...report, release, environment, occurred_at: timeOf(unit.now, day, random) });
      }
    }
  }
  reports.sort((a, b) => ((a.occurred_at ?? '') < (b.occurred_at ?? '') ? -1 : 1));
  const { organization_id, id: project_id } = project;
  for (let at = 0; at < reports.length; at += 100)
    await takeErrorReports(unit, { organization_id, project_id, reports: reports.slice(at, at + 100) });
}

/** Thirty days of sessions on working days, some requests of which fail. */
async function measureRequests({ as }: DemoActors, random: Random): Promise<void> {
  const unit = as('Grace', 0);
  const usage = createUsageRecorder({ db: unit.db, onError: rethrow });
  const actor = { ...unit.actor, credential_type: 'session', credential_id: unit.actor.user_id } as const;
  for (let day = 29; day > 0; day -= 1) {
    const noon = as('Grace', day).now;
    for (let hour = isWeekend(noon) ? 6 : 0; hour < 8; hour += 1) {
      const at = new Date(noon.getTime() + hour * 3_600_000);
      for (const { operation_id, durationMs, requests } of data.historyRequests) {
        for (let count = countOf(requests, random); count > 0; count -= 1) {
          const status = random() < 0.01 ? 500 : random() < 0.03 ? 404 : 200;
          const duration = durationMs * (0.5 + random() + (random() < 0.05 ? 6 * random() : 0));
          usage.measure({ version: 'v2', operation_id, actor, status, at, durationMs: duration });
        }
      }
    }
  }
  await usage.flush();
  await usage.stop();
}

function isWeekend(day: Date): boolean {
  return day.getUTCDay() === 0 || day.getUTCDay() === 6;
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

/** Returns a whole number that is `mean` on average. */
function countOf(mean: number, random: Random): number {
  return Math.floor(mean * 2 * random() + random());
}

function timeOf(now: Date, daysAgo: number, random: Random): string {
  return new Date(now.getTime() - (daysAgo + random()) * DAY_MS).toISOString();
}

function rethrow(error: unknown): void {
  throw error;
}
