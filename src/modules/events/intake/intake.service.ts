import { catalogue, problems } from '../../../../generated/problems.ts';
import type { EventReceipt, EventResult } from '../../../../generated/v2/types.ts';
import { constraintOf } from '../../../platform/database-errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Unit } from '../../../platform/unit.ts';
import { AppError } from '../../../problems/app-error.ts';
import { refusalOf } from '../../../problems/refusal.ts';
import { assertProjectRole, assertWritable, shareProjects, type AccessedProject } from '../../projects/index.ts';
import type { NewEvent, ReportedEvent } from '../events.types.ts';
import { assertMayReport, isMonthTurning, monthOf, toNewEvent } from './intake.policy.ts';
import * as repository from './intake.repository.ts';

/** What the events name, read and locked before the first event is checked. */
interface IntakeContext {
  readonly projects: ReadonlyMap<string, AccessedProject>;
  readonly members: ReadonlySet<string>;
}

type Outcome = { readonly event: NewEvent } | { readonly refusal: AppError };

/**
 * Stores events, each unless it breaks a rule or is stored already. The number of statements is the same for any number
 * of events.
 */
export async function takeEvents(unit: Unit, events: readonly ReportedEvent[]): Promise<EventReceipt> {
  const context = await prepare(unit, events);
  const outcomes = events.map((event) => attempt(unit, event, context));
  return receiptOf(outcomes, await store(unit, outcomes));
}

/** As takeEvents, of one event. @throws AppError if the event is refused */
export async function takeEvent(unit: Unit, event: ReportedEvent): Promise<EventReceipt> {
  const outcome = attempt(unit, event, await prepare(unit, [event]));
  if ('refusal' in outcome) throw outcome.refusal;
  return receiptOf([outcome], await store(unit, [outcome]));
}

function receiptOf(outcomes: readonly Outcome[], stored: StoredEvents): EventReceipt {
  const seen = new Set<string>();
  const results = outcomes.map((outcome, index): EventResult => {
    if ('refusal' in outcome) {
      return { index, outcome: 'refused', event_id: null, problem: refusalOf(outcome.refusal, catalogue) };
    }
    const { key } = outcome.event;
    const found = stored.get(key);
    if (found === undefined) throw new Error('an event is neither stored nor refused');
    const isNew = found.is_new && !seen.has(key);
    seen.add(key);
    return { index, outcome: isNew ? 'created' : 'duplicate', event_id: found.id, problem: null };
  });
  const count = (wanted: EventResult['outcome']): number => results.filter(({ outcome }) => outcome === wanted).length;
  return { created: count('created'), duplicates: count('duplicate'), refused: count('refused'), results };
}

async function prepare(unit: Unit, events: readonly ReportedEvent[]): Promise<IntakeContext> {
  const { db, actor, now } = unit;
  const projectIds = distinct(events.map(({ project_id }) => project_id));
  const userIds = distinct(events.map(({ user_id }) => user_id));
  const [projects, members] = await Promise.all([
    shareProjects(unit, projectIds),
    userIds.length === 0 ? [] : repository.findMembers(db, actor.organization_id, userIds),
    repository.openMonth(db, monthOf(now)),
  ]);
  // Otherwise the same event could be stored in two months at the same time.
  if (isMonthTurning(now)) await repository.takeTurn(db, actor.organization_id);
  return { projects: new Map(projects.map((access) => [access.project.id, access])), members: new Set(members) };
}

function attempt(unit: Unit, event: ReportedEvent, context: IntakeContext): Outcome {
  try {
    assertPlace(unit, event, context);
    const { user_id } = event;
    if (typeof user_id === 'string' && !context.members.has(user_id)) throw problems.event_user_unknown({ user_id });
    return { event: toNewEvent(event, { id: unit.resource_id ?? newId(), now: unit.now }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refusal: error };
  }
}

function assertPlace({ actor }: Unit, { project_id }: ReportedEvent, { projects }: IntakeContext): void {
  if (project_id === undefined || project_id === null) {
    assertMayReport(actor);
    return;
  }
  const access = projects.get(project_id);
  if (access === undefined) throw problems.not_found();
  assertProjectRole(access.role, 'contributor');
  assertWritable(access.project);
}

/** By key. */
type StoredEvents = ReadonlyMap<string, { readonly id: string; readonly is_new: boolean }>;

/** Returns the stored events by their keys. Of events with the same key, the first one is stored. */
async function store({ db, actor, now }: Unit, outcomes: readonly Outcome[]): Promise<StoredEvents> {
  const events = new Map<string, NewEvent>();
  for (const outcome of outcomes) {
    if ('event' in outcome && !events.has(outcome.event.key)) events.set(outcome.event.key, outcome.event);
  }
  const { organization_id } = actor;
  if (events.size === 0) return new Map();
  const rows = await insert(db, [...events.values()], { organization_id, now, month: monthOf(now) });
  const stored = new Map(rows.map(({ key, id, is_new }) => [key, { id, is_new }]));
  // The insertion has waited for the transactions that stored the others, and now sees what they have committed.
  const late = [...events.keys()].filter((key) => !stored.has(key));
  if (late.length === 0) return stored;
  for (const { key, id } of await repository.findEventsByKey(db, organization_id, late)) {
    stored.set(key, { id, is_new: false });
  }
  return stored;
}

type Insertion = Parameters<typeof repository.insertEvents>;

async function insert(...[db, events, place]: Insertion): ReturnType<typeof repository.insertEvents> {
  try {
    return await db.transaction((savepoint) => repository.insertEvents(savepoint, events, place));
  } catch (error) {
    if (constraintOf(error)?.kind !== 'unique') throw error;
    return repository.insertMissingEvents(db, events, place);
  }
}

function distinct(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
