import { problems } from '../../../../generated/problems.ts';
import type { Db } from '../../../platform/database.ts';
import { constraintOf, isLockTimeout, isRetryable } from '../../../platform/database-errors.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { AppError } from '../../../problems/app-error.ts';
import type { countSessions, takeErrorReports } from '../../errors/index.ts';
import { boundLocks, isProjectOpen } from './intake.repository.ts';
import type { BadSession, SessionCounts } from './intake.types.ts';

type Reports = Parameters<typeof takeErrorReports>[1]['reports'];

/** What an envelope adds to a project. */
export interface EnvelopeReports {
  readonly organization_id: string;
  readonly project_id: string;
  readonly reports: Reports;
  readonly counts: readonly SessionCounts[];
  readonly bad: readonly BadSession[];
}

export interface ReportBatches {
  /** Resolves once what the envelope adds is committed. */
  readonly take: (unit: AnonymousUnit, envelope: EnvelopeReports) => Promise<void>;
}

interface BatchSettings {
  /** The pool: a batch must not end at the deadline of one of its requests. */
  readonly db: Db;
  readonly takeErrors: typeof takeErrorReports;
  /** Gets what became of the reports of a batch, once that is committed. */
  readonly onTaken: (taken: Awaited<ReturnType<typeof takeErrorReports>>) => void;
  readonly countSessions: typeof countSessions;
}

/** One transaction takes no more than this, so that others wait a bounded time for its locks. */
const BATCH_ENVELOPES_MAX = 100;
const BATCH_REPORTS_MAX = 200;
/** Who changes a project locks it for milliseconds, who deletes it for as long as its errors take. */
const PATIENCE_MS = 1000;

interface Waiting {
  readonly unit: AnonymousUnit;
  readonly envelope: EnvelopeReports;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes the envelopes of one project that arrive while a transaction runs in the next one, together. They would wait for
 * the locks of the same errors anyway, each with a connection of the pool. An envelope that comes alone waits for nothing.
 */
export function createReportBatches(settings: BatchSettings): ReportBatches {
  const queues = new Map<string, Waiting[]>();
  const work = async (project: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const isGone = await settle(settings, nextBatch(queue));
      if (isGone) refuse(queue.splice(0), undefined);
    }
    queues.delete(project);
  };
  return {
    async take(unit, envelope) {
      await new Promise<void>((resolve, reject) => {
        const waiting = { unit, envelope, resolve, reject };
        const queue = queues.get(envelope.project_id);
        if (queue !== undefined) {
          queue.push(waiting);
          return;
        }
        const started = [waiting];
        queues.set(envelope.project_id, started);
        void work(envelope.project_id, started);
      });
    },
  };
}

function nextBatch(queue: Waiting[]): Waiting[] {
  let reports = 0;
  const end = queue.findIndex(({ envelope }, index) => {
    reports += envelope.reports.length;
    return index === BATCH_ENVELOPES_MAX || (index > 0 && reports > BATCH_REPORTS_MAX);
  });
  return queue.splice(0, end === -1 ? queue.length : end);
}

/**
 * One envelope that cannot be stored fails alone. If the database is gone, all of them fail with it. A batch that has to
 * wait for a lock finds out whether the project is being deleted, and if not, waits as long as others do.
 * @returns whether the project is gone, or is being deleted
 */
async function settle(settings: BatchSettings, batch: readonly Waiting[], isPatient = false): Promise<boolean> {
  try {
    await write(settings, batch, isPatient);
    for (const { resolve } of batch) resolve();
  } catch (error) {
    const isLate = isLockTimeout(error) && !isPatient;
    if (isWithoutProject(error) || (isLate && (await isBeingDeleted(settings, batch)))) {
      refuse(batch, error);
      return true;
    }
    if (isLate) return settle(settings, batch, true);
    const isShared = error instanceof AppError && error.status === 503 && !isRetryable(error);
    if (batch.length === 1 || isShared) for (const { reject } of batch) reject(error);
    else for (const one of batch) await settle(settings, [one]);
  }
  return false;
}

/** The key goes with its project, so that this is the response a moment later. */
function refuse(envelopes: readonly Waiting[], cause: unknown): void {
  for (const { reject } of envelopes) reject(problems.reporting_key_refused({}, { cause }));
}

/** Returns false also if the database does not say: then the batch is tried again, and fails as others do. */
async function isBeingDeleted({ db }: BatchSettings, [first]: readonly Waiting[]): Promise<boolean> {
  if (first === undefined) return false;
  const { envelope } = first;
  const isOpen = await db.transaction(async (tx) => isProjectOpen(tx, envelope)).catch(() => true);
  return !isOpen;
}

function isWithoutProject(error: unknown): boolean {
  return error instanceof AppError ? error.code === 'project_unknown' : constraintOf(error)?.kind === 'foreign_key';
}

/** Records what is new under the id of the request that brought it; the rest of the unit is that of the first request. */
async function write(
  { db, takeErrors, onTaken, countSessions }: BatchSettings,
  batch: readonly Waiting[],
  isPatient: boolean,
): Promise<void> {
  const [first, ...others] = batch;
  if (first === undefined) return;
  const { organization_id, project_id } = first.envelope;
  const place = { organization_id, project_id };
  const reports = batch.flatMap(({ envelope }) => envelope.reports);
  const request_ids = new Map(
    batch.flatMap(({ unit, envelope }) => envelope.reports.map((report) => [report, unit.request_id] as const)),
  );
  const now = others.reduce((last, { unit }) => (unit.now > last ? unit.now : last), first.unit.now);
  const taken = await db.transaction(async (tx) => {
    const unit = { ...first.unit, db: tx, now };
    if (!isPatient) await boundLocks(tx, PATIENCE_MS);
    const results = reports.length === 0 ? [] : await takeErrors(unit, { ...place, reports, request_ids });
    const counts = batch.flatMap(({ envelope }) => envelope.counts);
    const bad = batch.flatMap(({ envelope }) => envelope.bad);
    if (counts.length + bad.length > 0) await countSessions(unit, { ...place, counts, bad });
    return results;
  });
  onTaken(taken);
}
