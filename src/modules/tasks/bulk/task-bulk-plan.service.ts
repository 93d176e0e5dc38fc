import { problems } from '../../../../generated/problems.ts';
import type { Task, TaskBulkOperation, TaskDependency } from '../../../../generated/v2/types.ts';
import type { EventName } from '../../../../generated/events.ts';
import type { FullChange } from '../../../outbox/record.ts';
import { newId } from '../../../platform/ids.ts';
import { inVersion } from '../../../problems/precondition.ts';
import type { Unit } from '../../../platform/unit.ts';
import type { LabelFacts } from '../../labels/index.ts';
import type { MilestoneFacts } from '../../milestones/index.ts';
import { assertProjectRole, assertWritable, type AccessedProject } from '../../projects/index.ts';
import { taskForWriting } from '../task-access.service.ts';
import { nextStep, recordOf, type Step } from '../changes/task-changes.service.ts';
import { assertMilestone, assertOfProject, contentOf, draftOf } from '../changes/task-content.service.ts';
import type { Blocker } from '../dependencies/task-dependencies.repository.ts';
import { releaseStep, removalOf } from '../dependencies/task-dependencies.service.ts';
import { assertTransition, isOpen } from '../changes/task-transitions.policy.ts';
import { transitionStep } from '../changes/task-transitions.service.ts';
import type { TaskEdit, TaskRow, UnnumberedTask } from '../tasks.types.ts';

/** Everything that the operations concern, read and locked before the first operation is checked. */
export interface BulkContext {
  readonly projects: ReadonlyMap<string, AccessedProject>;
  readonly labels: readonly LabelFacts[];
  readonly milestones: readonly MilestoneFacts[];
  readonly tasks: ReadonlyMap<string, TaskRow>;
  /** Dependencies on tasks that the operations delete. */
  readonly waiting: readonly TaskDependency[];
  readonly blockers: readonly Blocker[];
  /** `<project_id> <user_id>` of each user who may be assigned. */
  readonly assignable: ReadonlySet<string>;
}

export type Draft = UnnumberedTask & { readonly history_id: string };

/** The result of an operation; `draft` is a created task that has no number yet. */
export type Planned =
  | { readonly status: 200; readonly task: Task }
  | { readonly status: 201; readonly draft: Draft }
  | { readonly status: 204; readonly task_id: string };

type Trace = FullChange<EventName> | { readonly draft: Draft };
type Of<Action extends TaskBulkOperation['action']> = Extract<TaskBulkOperation, { readonly action: Action }>;

const labelsMax = 50;

/**
 * Checks operations one after the other, each against the result of those before, and writes nothing. A refused
 * operation therefore leaves no effect, and everything is written at once.
 */
export class BulkPlan {
  readonly drafts: Draft[] = [];
  readonly steps: Step[] = [];
  readonly deleted = new Set<string>();
  /** The records to write, in the order of the operations. */
  readonly traces: Trace[] = [];
  readonly #unit: Unit;
  readonly #context: BulkContext;
  readonly #rows: Map<string, TaskRow>;

  constructor(unit: Unit, context: BulkContext) {
    this.#unit = unit;
    this.#context = context;
    this.#rows = new Map(context.tasks);
  }

  /** @throws AppError as the operation by itself would */
  add(operation: TaskBulkOperation): Planned {
    switch (operation.action) {
      case 'create':
        return this.#create(operation);
      case 'update':
        return this.#update(operation, operation.changes);
      case 'add_label':
        return this.#update(operation, ({ label_ids }) => ({
          label_ids: [...new Set([...label_ids, operation.label_id])],
        }));
      case 'remove_label':
        return this.#update(operation, ({ label_ids }) => ({
          label_ids: label_ids.filter((id) => id !== operation.label_id),
        }));
      case 'transition':
        return this.#transition(operation);
      case 'delete':
        return this.#delete(operation);
    }
  }

  #create({ project_id, task: input }: Of<'create'>): Planned {
    const access = this.#context.projects.get(project_id);
    if (access === undefined) throw problems.not_found();
    assertProjectRole(access.role, 'contributor');
    assertWritable(access.project);
    const draft = { ...draftOf(this.#unit, project_id, input), history_id: newId() };
    this.#assertAssignable(draft);
    assertOfProject(draft, this.#context.labels);
    assertMilestone(draft, this.#context.milestones);
    this.drafts.push(draft);
    this.traces.push({ draft });
    return { status: 201, draft };
  }

  #update(
    target: { readonly task_id: string; readonly version?: number | undefined },
    how: TaskEdit | ((task: Task) => TaskEdit),
  ): Planned {
    const before = this.#taskFor(target);
    const edit = typeof how === 'function' ? how(before) : how;
    const content = contentOf(before, edit);
    if (content.assignee_id !== before.assignee_id) this.#assertAssignable(content);
    if (content.label_ids.some((id) => !before.label_ids.includes(id))) {
      assertOfProject(content, this.#context.labels.concat(before.label_ids.map((id) => ({ ...before, id }))));
      if (content.label_ids.length > labelsMax) throw problems.value_out_of_range();
    }
    if (content.milestone_id !== before.milestone_id) assertMilestone(content, this.#context.milestones);
    const step = nextStep(this.#unit, { before, content, action: 'updated' });
    return { status: 200, task: this.#take(step, { audit: 'task.update', event: 'task.updated' }) ?? before };
  }

  #transition({ transition: { to, comment }, ...target }: Of<'transition'>): Planned {
    const before = this.#taskFor(target);
    assertTransition(before.status, to);
    if (to === 'done') this.#assertUnblocked(before);
    const step = transitionStep(this.#unit, before, { to, comment: comment ?? null });
    return { status: 200, task: this.#take(step, { audit: 'task.transition', event: 'task.transitioned' }) ?? before };
  }

  #delete(target: Of<'delete'>): Planned {
    const task = this.#taskFor(target);
    for (const dependency of this.#context.waiting) {
      const waiting = this.#rows.get(dependency.task_id);
      if (dependency.blocking_task_id !== task.id || waiting === undefined) continue;
      const { project_archived_at: _at, project_visibility: _visibility, member_role: _role, ...before } = waiting;
      this.traces.push(removalOf(dependency, waiting.project_id));
      this.#put(releaseStep(this.#unit, before, dependency));
    }
    this.#rows.delete(task.id);
    this.deleted.add(task.id);
    const { id, project_id } = task;
    const resource = { type: 'task', id };
    this.traces.push({ audit: 'task.delete', event: 'task.deleted', resource, project_id, before: task, data: task });
    return { status: 204, task_id: id };
  }

  #taskFor({ task_id, version }: { readonly task_id: string; readonly version?: number | undefined }): Task {
    return taskForWriting(this.#unit, this.#rows.get(task_id), inVersion(version));
  }

  #take(
    step: Step | undefined,
    names:
      | { readonly audit: 'task.update'; readonly event: 'task.updated' }
      | { readonly audit: 'task.transition'; readonly event: 'task.transitioned' },
  ): Task | undefined {
    if (step === undefined) return undefined;
    this.traces.push({ ...names, ...recordOf(step) });
    this.#put(step);
    return step.after;
  }

  #put(step: Step | undefined): void {
    const row = step && this.#rows.get(step.after.id);
    if (step === undefined || row === undefined) return;
    this.steps.push(step);
    this.#rows.set(row.id, { ...row, ...step.after });
  }

  #assertAssignable({ project_id, assignee_id }: Pick<Task, 'project_id' | 'assignee_id'>): void {
    if (assignee_id === null || this.#context.assignable.has(`${project_id} ${assignee_id}`)) return;
    throw problems.assignee_not_in_project({ user_id: assignee_id });
  }

  /** Earlier operations may have changed or deleted the blocking tasks. */
  #assertUnblocked({ id, key }: Task): void {
    const blockers = this.#context.blockers.filter(({ task_id }) => task_id === id);
    const isBlocked = blockers.some(
      ({ blocking_task_id, status }) =>
        !this.deleted.has(blocking_task_id) && isOpen(this.#rows.get(blocking_task_id)?.status ?? status),
    );
    if (isBlocked) throw problems.task_blocked({ key });
  }
}
