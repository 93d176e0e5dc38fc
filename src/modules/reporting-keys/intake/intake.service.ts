import type { ErrorReport } from '../../../../generated/v2/types.ts';
import { problems } from '../../../../generated/problems.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { publicKeyOf } from './credentials.policy.ts';
import { EnvelopeFault, openEnvelope, parseMembers, readItems, type Members } from './envelope.policy.ts';
import { noItems, sortItems, type ItemOutcome, type ItemSize, type SortedItems } from './items.policy.ts';
import type { IntakeKey } from './intake.types.ts';
import type { KeyFinder } from './key-finder.service.ts';
import type { LimitedCategory, ReportLimits } from './report-limits.service.ts';
import type { ReportBatches } from './report-batches.service.ts';
import { eventIdOf, toErrorReport } from './sentry-event.policy.ts';

/** A request of an SDK. */
export interface SentReport {
  readonly project_number: number;
  readonly body: string | Buffer;
  /** The value of X-Sentry-Auth. */
  readonly auth: string | undefined;
  readonly sentry_key: string | undefined;
  readonly address: string;
}

export interface Receipt {
  /** Of the event, as the SDK sent it. */
  readonly id: string | null;
  /** The quotas that are used up, as X-Sentry-Rate-Limits says it; undefined if none is. */
  readonly limits: string | undefined;
}

/** Counts items and their bytes by kind and by what became of them. */
type CountItems = (kind: string, outcome: ItemOutcome, size: ItemSize) => void;

export interface IntakeSettings {
  readonly keys: KeyFinder;
  readonly limits: ReportLimits;
  readonly countItems: CountItems;
  readonly batches: ReportBatches;
}

export interface Intake {
  readonly receiveEnvelope: (unit: AnonymousUnit, sent: SentReport) => Promise<Receipt>;
  readonly receiveEvent: (unit: AnonymousUnit, sent: SentReport) => Promise<Receipt>;
}

/**
 * Takes what SDKs of Sentry send. Errors and messages become reports of errors, sessions are counted. What is not
 * supported is counted and dropped: an SDK would send it again after a refusal.
 * @throws AppError in this order: `reporting_key_missing`, `reporting_key_refused`, `not_found`, `project_archived`,
 *   `validation_failed`, `rate_limited`
 */
export function createIntake(settings: IntakeSettings): Intake {
  return {
    async receiveEnvelope(unit, sent) {
      const bytes = toBytes(sent.body);
      const key = await admit(settings.keys, sent, () => dsnIn(bytes));
      const { header, reader } = readingAll(() => openEnvelope(bytes));
      const items = readingAll(() => sortItems(readItems(reader), unit.now));
      const limits = await take(unit, settings, { key, items, address: sent.address });
      const id = header['event_id'] ?? items.events[0]?.['event_id'];
      return { id: eventIdOf(id)?.replaceAll('-', '') ?? null, limits };
    },
    async receiveEvent(unit, sent) {
      const key = await admit(settings.keys, sent, () => undefined);
      const bytes = toBytes(sent.body);
      const event = parseMembers(bytes);
      if (event === undefined) throw refusal('malformed_json', 'must be a JSON object');
      const sizes = { error: { items: 1, bytes: bytes.length }, session: noItems };
      const items: SortedItems = { events: [event], sessions: { counts: [], bad: [] }, sizes, others: new Map() };
      const limits = await take(unit, settings, { key, items, address: sent.address });
      return { id: eventIdOf(event['event_id'])?.replaceAll('-', '') ?? null, limits };
    },
  };
}

function toBytes(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function readingAll<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof EnvelopeFault) throw refusal(error.code, error.message);
    throw error;
  }
}

/** Returns the DSN that an envelope names; undefined for none, also if it is malformed. */
function dsnIn(bytes: Buffer): unknown {
  try {
    return openEnvelope(bytes).header['dsn'];
  } catch (error) {
    if (error instanceof EnvelopeFault) return undefined;
    throw error;
  }
}

function refusal(code: string, detail: string) {
  return problems.validation_failed({ count: 1 }, { violations: [{ in: 'body', pointer: '', code, detail }] });
}

async function admit(keys: KeyFinder, { auth, sentry_key, project_number }: SentReport, dsnOf: () => unknown) {
  const publicKey = publicKeyOf({ header: auth, query: sentry_key, dsnOf });
  if (publicKey === undefined) throw problems.reporting_key_missing({}, { headers: { 'www-authenticate': 'Sentry' } });
  const key = await keys.find(publicKey, project_number);
  if (key.is_archived) throw problems.project_archived();
  return key;
}

interface Admitted {
  readonly key: IntakeKey;
  readonly items: SortedItems;
  readonly address: string;
}

/**
 * Takes the items that the quotas of the key permit.
 * @returns what X-Sentry-Rate-Limits says
 * @throws AppError `rate_limited` if the quotas permit nothing of the envelope
 */
async function take(
  unit: AnonymousUnit,
  { limits, countItems, batches }: IntakeSettings,
  { key, items, address }: Admitted,
): Promise<string | undefined> {
  const { events, sessions, sizes, others } = items;
  const waits = await usedUp(limits, key, unit.now, [
    ...(events.length === 0 ? [] : ['error' as const]),
    ...(sizes.session.items === 0 ? [] : ['session' as const]),
  ]);
  const { organization_id, project_id } = key;
  const reports: ErrorReport[] = waits.has('error')
    ? []
    : events.map((event: Members) => toErrorReport(event, address));
  const { counts, bad } = waits.has('session') ? { counts: [], bad: [] } : sessions;
  if (reports.length + counts.length + bad.length > 0)
    await batches.take(unit, { organization_id, project_id, reports, counts, bad });
  for (const [kind, size] of others) countItems(kind, kind === 'client_report' ? 'taken' : 'dropped', size);
  for (const kind of ['error', 'session'] as const)
    countItems(kind, waits.has(kind) ? 'limited' : 'taken', sizes[kind]);
  if (waits.size === 0) return undefined;
  const said = [...waits].map(([category, seconds]) => `${seconds}:${category}:key`).join(', ');
  const isAll = (events.length === 0 || waits.has('error')) && (sizes.session.items === 0 || waits.has('session'));
  if (!isAll) return said;
  const seconds = Math.max(...waits.values());
  const headers = { 'retry-after': String(seconds), 'x-sentry-rate-limits': said };
  throw problems.rate_limited({ class: 'reporting key', retry_after: seconds }, { headers });
}

/** Returns the seconds to wait for each category whose quota is used up. */
async function usedUp(
  limits: ReportLimits,
  { id, reports_per_minute: max }: IntakeKey,
  now: Date,
  categories: readonly LimitedCategory[],
): Promise<ReadonlyMap<LimitedCategory, number>> {
  const waits = new Map<LimitedCategory, number>();
  if (max === null) return waits;
  for (const category of categories) {
    const seconds = await limits.count({ key_id: id, category, max, now });
    if (seconds !== undefined) waits.set(category, seconds);
  }
  return waits;
}
