import { setImmediate as nextTurn } from 'node:timers/promises';
import { problems } from '../../../generated/problems.ts';
import type { Import } from '../../../generated/v2/types.ts';
import { AppError } from '../../problems/app-error.ts';
import { record } from '../../outbox/record.ts';
import type { JobContext, JobTask } from '../../queue/job-context.ts';
import { JobInterrupted } from '../../queue/job-context.ts';
import { dropCursor, runInSteps, WorkerDiedError } from '../../queue/resumable.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Actor, AnonymousUnit, Unit } from '../../platform/unit.ts';
import { roleOf } from '../organizations/index.ts';
import { assertProjectRole, assertWritable, requireProject } from '../projects/index.ts';
import type { ImportTally } from './import-tally.policy.ts';
import { createRecordImporter, isRefused, type RecordImporter, type Target } from './import-records.service.ts';
import { importKey } from './imports.policy.ts';
import * as repository from './imports.repository.ts';
import type { ImportRecord, Upload } from './imports.types.ts';
import { openUpload } from './formats/uploads.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'imports.run': { readonly import_id: string; readonly actor: Actor };
    'imports.sweep': Scheduled;
  }
}

/** Imported records per transaction: few enough to stop soon, many enough to avoid a commit per record. */
const STEP_RECORDS = 10;
/** Refused records cost no more than reading them. A step that meets only such records ends after this time. */
const STEP_MS = 250;

/** An import is given up after so many processes have died at the same place. */
const DEATHS_MAX = 2;
/** The longest time that a job needs from the outbox to the queue while both work. */
const HANDED_OVER_MS = 60_000;

/** Runs an import step by step. Each step's effects and the new position in the upload are committed together. */
export const runImport: JobTask<'imports.run'> = async ({ import_id, actor }, context) => {
  const work = { importId: import_id, importer: createRecordImporter(), logger: context.logger };
  let upload: Upload | undefined;
  try {
    await runInSteps(context, {
      key: importKey(import_id),
      actor,
      start: 0,
      deathsMax: DEATHS_MAX,
      async prepare() {
        const stored = await repository.readUpload(context.db, import_id);
        upload = stored === undefined ? undefined : await openUpload(stored.source, stored.content);
      },
      // Without an upload the import has ended, or was deleted with its project.
      step: async (unit, from) => (upload === undefined ? undefined : runStep(unit, { ...work, upload }, from)),
    });
  } catch (error) {
    if (!isFinal(error, context)) throw error;
    const { organization_id } = actor;
    await fail(context, { id: import_id, organization_id }, { actor, cause: error });
  }
};

/**
 * Ends imports whose job does not continue: its process died during the last attempt, or its row in the queue is gone.
 * An import that has a job is left to the job.
 */
export const sweepImports: JobTask<'imports.sweep'> = async (_payload, context) => {
  const before = new Date(context.clock.now().getTime() - HANDED_OVER_MS);
  for (const row of await repository.findStranded(context.db, before)) {
    await fail(context, row, { actor: undefined, cause: new JobLost() });
  }
};

class JobLost extends Error {
  override readonly name = 'JobLost';
  readonly code = 'job_lost';
}

/** An error of a rule is final. Any other error is retried, and a killed process counts as an attempt. */
function isFinal(error: unknown, { job }: JobContext): boolean {
  if (error instanceof JobInterrupted) return false;
  if (error instanceof WorkerDiedError) return true;
  return job.attempt >= job.attempts_max || (error instanceof AppError && error.status < 500);
}

interface Work {
  readonly importId: string;
  readonly upload: Upload;
  readonly importer: RecordImporter;
  readonly logger: Logger;
}

async function runStep(unit: Unit, work: Work, from: number): Promise<number | undefined> {
  const { importId, upload, importer } = work;
  const row = await repository.lockImport(unit.db, unit.actor.organization_id, importId);
  // The import was cancelled or deleted meanwhile.
  if (row?.finished_at !== null) return undefined;
  await repository.lockProjectImports(unit.db, row.project_id);
  const { project, role } = await requireProject(await asOfNow(unit), row.project_id);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const tally = importer.begin(row);
  if (from === 0) for (const note of upload.notes) tally.refuse(note);
  const until = await takeRecords(unit, { projectId: project.id, tally }, work, from);
  const now = unit.now.toISOString();
  const isLast = until === upload.total;
  const after: Import = {
    ...row,
    ...tally.result(),
    status: isLast ? 'completed' : 'running',
    records_done: until,
    records_total: upload.total,
    started_at: row.started_at ?? now,
    finished_at: isLast ? now : null,
    version: row.version + 1,
    updated_at: now,
  };
  await repository.updateImport(unit.db, after);
  if (!isLast) return until;
  await repository.deleteUpload(unit.db, row.id);
  await recordEnd(unit, row, after);
  return undefined;
}

/** Imports the records of one step. Returns the index of the next record. */
async function takeRecords(unit: Unit, target: Target, work: Work, from: number): Promise<number> {
  const deadline = performance.now() + STEP_MS;
  let index = from;
  for (let imported = 0; index < work.upload.total && imported < STEP_RECORDS; index++) {
    if (index > from && performance.now() > deadline) break;
    // Reading a large record takes a while, and one that is refused waits for nothing.
    await nextTurn();
    if (await takeRecord(unit, target, work, index)) imported++;
  }
  return index;
}

/**
 * Imports a record. If it fails unexpectedly, the whole record is left out and reported.
 * @returns whether it was more than a refusal
 */
async function takeRecord(
  unit: Unit,
  target: Target,
  { upload, importer, logger }: Work,
  index: number,
): Promise<boolean> {
  let before: ReturnType<ImportTally['result']> | undefined;
  let place: Pick<ImportRecord, 'kind' | 'place'> = { kind: 'tasks', place: { record: String(index + 1), line: null } };
  try {
    const entry = upload.at(index);
    place = entry;
    if (isRefused(entry)) {
      importer.report(target, entry);
      return false;
    }
    before = target.tally.result();
    await unit.db.transaction((db) => importer.take({ ...unit, db }, target, entry));
  } catch (error) {
    // The database is unavailable, so the step fails and is retried.
    if (error instanceof AppError && error.status === 503) throw error;
    logger.error({ err: error, index }, 'a record could not be imported');
    if (before !== undefined) target.tally.reset(before);
    const reason = `it could not be imported because of the error ${errorName(error)}`;
    target.tally.refuse({ kind: place.kind, ...place.place, reason });
  }
  return true;
}

/**
 * Returns the unit with the actor's current role.
 * @throws AppError `not_found` if they have left the organization
 */
async function asOfNow(unit: Unit): Promise<Unit> {
  const role = await roleOf(unit, unit.actor.organization_id, unit.actor.user_id);
  if (role === undefined) throw problems.not_found();
  return { ...unit, actor: { ...unit.actor, role } };
}

async function fail(
  context: JobContext,
  { id, organization_id }: Pick<Import, 'id' | 'organization_id'>,
  { actor, cause }: { readonly actor: Actor | undefined; readonly cause: unknown },
): Promise<void> {
  context.logger.error({ err: cause, import_id: id }, 'an import failed');
  await context.inUnit(actor, async (unit) => {
    const row = await repository.lockImport(unit.db, organization_id, id);
    if (row?.finished_at !== null) return;
    const now = unit.now.toISOString();
    const after: Import = {
      ...row,
      status: 'failed',
      failure: `The import stopped after ${row.records_done} records because of the error ${errorName(cause)}. What was imported before stays.`,
      started_at: row.started_at ?? now,
      finished_at: now,
      version: row.version + 1,
      updated_at: now,
    };
    await repository.updateImport(unit.db, after);
    await repository.deleteUpload(unit.db, row.id);
    await dropCursor(unit.db, importKey(row.id));
    await recordEnd(unit, row, after);
  });
}

async function recordEnd(unit: AnonymousUnit, before: Import, after: Import): Promise<void> {
  await record(unit, {
    organization_id: after.organization_id,
    is_system: unit.actor === undefined,
    audit: after.status === 'failed' ? 'import.fail' : 'import.complete',
    event: after.status === 'failed' ? 'import.failed' : 'import.completed',
    resource: { type: 'import', id: after.id },
    project_id: after.project_id,
    before,
    after,
    data: after,
  });
}

/**
 * Returns the stable code of an AppError. The message of any other error is not shown, because it may contain internal
 * details.
 */
function errorName(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'internal_error';
}
