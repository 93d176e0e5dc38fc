import type { Import, ImportCount } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { importComment } from '../comments/index.ts';
import { importLabel } from '../labels/index.ts';
import { importMilestone, milestoneNamed } from '../milestones/index.ts';
import { assigneeOf, findImported, importDependency, importTask } from '../tasks/index.ts';
import type {
  ImportedComment,
  ImportedDependency,
  ImportedTask,
  ImportRecord,
  RecordKind,
  SeparateComment,
} from './imports.types.ts';

const REFUSALS_MAX = 1000;
const commentKinds = { comment: 'comments', review: 'reviews', review_comment: 'review_comments' } as const;
/** The colour of a label of which only the name is known. */
const plainColor = '#8b949e';

/** Where a record goes, and who counts. */
export interface Target {
  readonly projectId: string;
  /** The number of the record, for what of it is refused. */
  readonly place: string;
  readonly tally: Tally;
}

export interface RecordImporter {
  /** What a step counts on top of what the steps before did. */
  begin(row: Import): Tally;
  take(unit: Unit, target: Target, entry: ImportRecord): Promise<void>;
}

/** Carries records out, one after the other. */
export function createRecordImporter(): RecordImporter {
  return {
    begin: (row) => new Tally(row),
    async take(unit, target, entry) {
      const { projectId, tally } = target;
      for (const { kind, record: place, reason } of entry.refusals) tally.refuse(kind, place, reason);
      if ('label' in entry) tally.count('labels', await importLabel(unit, projectId, entry.label));
      else if ('milestone' in entry) tally.count('milestones', await importMilestone(unit, projectId, entry.milestone));
      else if ('task' in entry) await takeTask(unit, target, entry);
      else if ('said' in entry) await takeComment(unit, target, entry.said);
      else if ('dependency' in entry) await takeDependency(unit, target, entry.dependency);
    },
  };
}

interface TaskEntry {
  readonly kind: RecordKind;
  readonly task: ImportedTask;
  readonly comments: readonly ImportedComment[];
}

async function takeTask(unit: Unit, target: Target, { kind, task, comments }: TaskEntry): Promise<void> {
  const { projectId, tally } = target;
  const known = await findImported(unit, projectId, task.origin.external_id);
  const id = known ?? (await createTask(unit, target, task));
  tally.count(kind, known === undefined);
  for (const comment of comments) {
    const isNew = await importComment(unit, { project_id: projectId, task_id: id }, comment);
    tally.count(commentKinds[comment.kind], isNew);
  }
}

async function createTask(unit: Unit, { projectId, place, tally }: Target, task: ImportedTask): Promise<string> {
  const { isNamingNew, milestone_name, assignee, ...fields } = task;
  if (isNamingNew) {
    for (const name of task.label_names) {
      const plain = { external_id: null, color: plainColor, description: null, created_at: null, updated_at: null };
      if (await importLabel(unit, projectId, { ...plain, name })) tally.count('labels', true);
    }
  }
  const milestone = milestone_name === null ? undefined : await milestoneNamed(unit, projectId, milestone_name);
  if (milestone?.isNew === true) tally.count('milestones', true);
  const assignee_id = assignee === null ? undefined : await assigneeOf(unit, projectId, assignee);
  if (assignee !== null && assignee_id === undefined) {
    tally.note(place, `nobody of the address ${assignee} can be given tasks of the project: it came without assignee`);
  }
  return importTask(unit, projectId, {
    ...fields,
    milestone_id: milestone?.id ?? null,
    assignee_id: assignee_id ?? null,
  });
}

async function takeComment(unit: Unit, target: Target, { task, comment }: SeparateComment): Promise<void> {
  const { projectId, place, tally } = target;
  const kind = commentKinds[comment.kind];
  const taskId = await findImported(unit, projectId, task);
  if (taskId === undefined) {
    tally.refuse(kind, place, `there is no task ${task}`);
    return;
  }
  tally.count(kind, await importComment(unit, { project_id: projectId, task_id: taskId }, comment));
}

async function takeDependency(unit: Unit, target: Target, dependency: ImportedDependency): Promise<void> {
  const { projectId, place, tally } = target;
  const { task, blocking_task, created_at } = dependency;
  const [task_id, blocking_task_id] = [
    await findImported(unit, projectId, task),
    await findImported(unit, projectId, blocking_task),
  ];
  if (task_id === undefined || blocking_task_id === undefined) {
    tally.refuse('dependencies', place, `there is no task ${task_id === undefined ? task : blocking_task}`);
    return;
  }
  const outcome = await importDependency(unit, projectId, { task_id, blocking_task_id, created_at });
  if (outcome !== 'circle') tally.count('dependencies', outcome === 'created');
  else tally.refuse('dependencies', place, `${blocking_task} waits for ${task} already, or is it`);
}

/** Counts what a step does on top of what the steps before did. */
export class Tally {
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
    this.note(place, reason);
  }

  /** Of a record that was taken, a part that was not. */
  note(place: string, reason: string): void {
    if (this.#refused.length < REFUSALS_MAX) this.#refused.push({ record: place, reason: reason.slice(0, 1000) });
  }

  result(): Pick<Import, 'counts' | 'refused'> {
    return { counts: this.#counts, refused: this.#refused };
  }
}
