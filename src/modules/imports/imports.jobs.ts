import type { GithubArchive, Import, ImportCount } from '../../../generated/v2/types.ts';
import { AppError } from '../../errors/app-error.ts';
import { record } from '../../events/record.ts';
import type { JobContext, JobTask } from '../../jobs/job-context.ts';
import { JobInterrupted } from '../../jobs/job-context.ts';
import { runInSteps } from '../../jobs/resumable.ts';
import type { Actor, Unit } from '../../platform/unit.ts';
import { importComment } from '../comments/index.ts';
import { importLabel } from '../labels/index.ts';
import { assertWritable, requireProject } from '../projects/index.ts';
import { importTask } from '../tasks/index.ts';
import { readGithubArchive } from './github-archive.ts';
import * as repository from './imports.repository.ts';
import type { ArchiveRecord, ImportedTask, RecordKind } from './imports.types.ts';

declare module '../../jobs/job-payloads.ts' {
  interface JobPayloads {
    'imports.run': { readonly import_id: string; readonly actor: Actor };
  }
}

/** Records that one transaction carries out: few enough to stop soon, many enough not to commit for each. */
const STEP_RECORDS = 10;
const REFUSALS_MAX = 1000;
const commentKinds = { comment: 'comments', review: 'reviews', review_comment: 'review_comments' } as const;

/** Carries out an import, step by step; a step's effects and its place in the upload are committed together. */
export const runImport: JobTask<'imports.run'> = async ({ import_id, actor }, context) => {
  const content = await repository.readUpload(context.db, import_id);
  // Ended already, or deleted with its project.
  if (content === undefined) return;
  try {
    const archive = JSON.parse(content.toString()) as GithubArchive;
    const records = readGithubArchive(archive);
    await runInSteps(context, {
      key: `import ${import_id}`,
      actor,
      start: 0,
      step: (unit, from) => runStep(unit, { importId: import_id, records, repo: archive.repo }, from),
    });
  } catch (error) {
    if (!isFinal(error, context)) throw error;
    await fail(context, { import_id, actor }, error);
  }
};

/** A rule that refuses will refuse again; everything else is tried again, and a killed process counts as a try. */
function isFinal(error: unknown, { job }: JobContext): boolean {
  if (error instanceof JobInterrupted) return false;
  return job.attempt >= job.attempts_max || (error instanceof AppError && error.status < 500);
}

interface Work {
  readonly importId: string;
  readonly records: readonly ArchiveRecord[];
  readonly repo: string;
}

async function runStep(unit: Unit, work: Work, from: number): Promise<number | undefined> {
  const row = await repository.lockImport(unit.db, unit.actor.organization_id, work.importId);
  if (row?.finished_at !== null) return undefined;
  await repository.takeTurn(unit.db, row.project_id);
  const { project } = await requireProject(unit, row.project_id);
  assertWritable(project);
  const until = Math.min(from + STEP_RECORDS, work.records.length);
  const tally = new Tally(row);
  for (const entry of work.records.slice(from, until))
    await runRecord(unit, { ...work, projectId: project.id }, { entry, tally });
  const now = unit.now.toISOString();
  const isLast = until === work.records.length;
  const after: Import = {
    ...row,
    ...tally.result(),
    status: isLast ? 'completed' : 'running',
    records_done: until,
    records_total: work.records.length,
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

async function runRecord(
  unit: Unit,
  target: { readonly projectId: string; readonly repo: string },
  { entry, tally }: { readonly entry: ArchiveRecord; readonly tally: Tally },
): Promise<void> {
  for (const { kind, record: place, reason } of entry.refusals) tally.refuse(kind, place, reason);
  if ('label' in entry) {
    const external_id = `github:${target.repo}:${entry.label.name}`;
    tally.count('labels', await importLabel(unit, target.projectId, { ...entry.label, external_id }));
  } else if ('task' in entry) {
    await runTask(unit, target.projectId, { task: entry.task, tally });
  }
}

async function runTask(
  unit: Unit,
  projectId: string,
  { task, tally }: { readonly task: ImportedTask; readonly tally: Tally },
): Promise<void> {
  const { comments, kind, ...fields } = task;
  const { id, isNew } = await importTask(unit, projectId, fields);
  tally.count(kind === 'issue' ? 'issues' : 'pull_requests', isNew);
  for (const comment of comments) {
    const isNewComment = await importComment(unit, { project_id: projectId, task_id: id }, comment);
    tally.count(commentKinds[comment.kind], isNewComment);
  }
}

async function fail(
  context: JobContext,
  { import_id, actor }: { readonly import_id: string; readonly actor: Actor },
  cause: unknown,
): Promise<void> {
  context.logger.error({ err: cause, import_id }, 'an import failed for good');
  await context.inUnit(actor, async (unit) => {
    const row = await repository.lockImport(unit.db, actor.organization_id, import_id);
    if (row?.finished_at !== null) return;
    const now = unit.now.toISOString();
    const after: Import = {
      ...row,
      status: 'failed',
      failure: `The import stopped after ${row.records_done} records, at error ${errorName(cause)}; what it had brought stays.`,
      started_at: row.started_at ?? now,
      finished_at: now,
      version: row.version + 1,
      updated_at: now,
    };
    await repository.updateImport(unit.db, after);
    await repository.deleteUpload(unit.db, row.id);
    await recordEnd(unit, row, after);
  });
}

async function recordEnd(unit: Unit, before: Import, after: Import): Promise<void> {
  await record(unit, {
    audit: after.status === 'failed' ? 'import.fail' : 'import.complete',
    event: after.status === 'failed' ? 'import.failed' : 'import.completed',
    resource: { type: 'import', id: after.id },
    project_id: after.project_id,
    before,
    after,
    data: after,
  });
}

/** The stable code of one of our errors; nothing of an unknown one, whose text could tell too much. */
function errorName(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'internal_error';
}

/** Counts what a step does on top of what the steps before did. */
class Tally {
  readonly #counts: Record<RecordKind, ImportCount>;
  readonly #refused: Import['refused'];

  constructor({ counts, refused }: Import) {
    this.#counts = structuredClone(counts);
    this.#refused = [...refused];
  }

  count(kind: RecordKind, isNew: boolean): void {
    this.#counts[kind][isNew ? 'created' : 'unchanged'] += 1;
  }

  refuse(kind: RecordKind, place: string, reason: string): void {
    this.#counts[kind].refused += 1;
    if (this.#refused.length < REFUSALS_MAX) this.#refused.push({ record: place, reason });
  }

  result(): Pick<Import, 'counts' | 'refused'> {
    return { counts: this.#counts, refused: this.#refused };
  }
}
