import type { Import } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { importComment } from '../comments/index.ts';
import { importLabel, labelsNamed } from '../labels/index.ts';
import { importMilestone, milestoneNamed } from '../milestones/index.ts';
import { assigneeOf, findImported, importDependency, importTask, recogniseTask } from '../tasks/index.ts';
import { ImportTally } from './import-tally.policy.ts';
import type {
  ImportedDependency,
  ImportedTask,
  ImportRecord,
  RecordPlace,
  SeparateComment,
  TaskEntry,
} from './imports.types.ts';

const commentKinds = { comment: 'comments', review: 'reviews', review_comment: 'review_comments' } as const;

/** The project that records are imported into, and the tally that counts them. */
export interface Target {
  readonly projectId: string;
  readonly tally: ImportTally;
}

interface Place extends Target {
  readonly place: RecordPlace;
}

export interface RecordImporter {
  /** Returns a tally that continues the counts of earlier steps. */
  begin(row: Import): ImportTally;
  /** Reports what was refused of a record. */
  report(target: Target, entry: ImportRecord): void;
  /** Reports what was refused of a record, and imports the rest. */
  take(unit: Unit, target: Target, entry: ImportRecord): Promise<void>;
}

/** Whether nothing of a record can be imported. */
export function isRefused(entry: ImportRecord): boolean {
  return !['label', 'milestone', 'task', 'said', 'dependency'].some((content) => content in entry);
}

/** Imports records one after the other. */
export function createRecordImporter(): RecordImporter {
  return {
    begin: (row) => new ImportTally(row),
    report,
    async take(unit, target, entry) {
      const { projectId, tally } = target;
      report(target, entry);
      const at = { ...target, place: entry.place };
      if ('label' in entry) tally.count('labels', await importLabel(unit, projectId, entry.label));
      else if ('milestone' in entry) tally.count('milestones', await importMilestone(unit, projectId, entry.milestone));
      else if ('task' in entry) await takeTask(unit, at, entry);
      else if ('said' in entry) await takeComment(unit, at, entry.said);
      else if ('dependency' in entry) await takeDependency(unit, at, entry.dependency);
    },
  };
}

function report({ tally }: Target, { refusals }: ImportRecord): void {
  for (const refusal of refusals) {
    if (refusal.isGeneral === true) tally.noteOnce(refusal);
    else tally.refuse(refusal);
  }
}

async function takeTask(unit: Unit, target: Place, entry: TaskEntry & Pick<ImportRecord, 'kind'>): Promise<void> {
  const { projectId, tally } = target;
  const known = await recogniseTask(unit, projectId, entry.task);
  const id = known ?? (await createTask(unit, target, entry));
  tally.count(entry.kind, known === undefined);
  for (const comment of entry.comments) {
    const isNew = await importComment(unit, { project_id: projectId, task_id: id }, comment);
    tally.count(commentKinds[comment.kind], isNew);
  }
}

async function createTask(unit: Unit, target: Place, { task, labels }: TaskEntry): Promise<string> {
  const { projectId, tally } = target;
  const { milestone_name, assignees: _assignees, ...fields } = task;
  const { ids: label_ids, created } = await labelsNamed(unit, projectId, labels);
  tally.count('labels', true, created);
  const milestone = milestone_name === null ? undefined : await milestoneNamed(unit, projectId, milestone_name);
  if (milestone?.isNew === true) tally.count('milestones', true);
  const assignee_id = await assigneeAmong(unit, target, task);
  return importTask(unit, projectId, { ...fields, label_ids, milestone_id: milestone?.id ?? null, assignee_id });
}

/**
 * Returns the first assignee who is known here, because a task has one. Unknown ones are reported, and stored with the
 * origin.
 */
async function assigneeAmong(
  unit: Unit,
  { projectId, place, tally }: Place,
  task: ImportedTask,
): Promise<string | null> {
  let found: string | null = null;
  for (const { login, email } of task.assignees) {
    const known = email === null ? undefined : await assigneeOf(unit, projectId, email);
    if (known !== undefined) found ??= known;
    else if (login === null) {
      tally.note({
        ...place,
        reason: `no user with the address ${email} can be assigned tasks of the project: imported without assignee`,
      });
    } else {
      const reason = `the assignee ${login} is not known here: tasks were imported without this assignee, whom their origin names`;
      tally.noteOnce({ ...place, reason });
    }
  }
  return found;
}

async function takeComment(unit: Unit, target: Place, { task, comment }: SeparateComment): Promise<void> {
  const { projectId, place, tally } = target;
  const kind = commentKinds[comment.kind];
  const taskId = await findImported(unit, projectId, task);
  if (taskId === undefined) {
    tally.refuse({ kind, ...place, reason: `there is no task ${task}` });
    return;
  }
  tally.count(kind, await importComment(unit, { project_id: projectId, task_id: taskId }, comment));
}

async function takeDependency(unit: Unit, target: Place, dependency: ImportedDependency): Promise<void> {
  const { projectId, place, tally } = target;
  const { task, blocking_task, created_at } = dependency;
  const [task_id, blocking_task_id] = [
    await findImported(unit, projectId, task),
    await findImported(unit, projectId, blocking_task),
  ];
  if (task_id === undefined || blocking_task_id === undefined) {
    const missing = task_id === undefined ? task : blocking_task;
    tally.refuse({ kind: 'dependencies', ...place, reason: `there is no task ${missing}` });
    return;
  }
  const outcome = await importDependency(unit, projectId, { task_id, blocking_task_id, created_at });
  if (outcome !== 'circle') tally.count('dependencies', outcome === 'created');
  else
    tally.refuse({
      kind: 'dependencies',
      ...place,
      reason: `${task} cannot wait for ${blocking_task}: the dependency would close a circle`,
    });
}
