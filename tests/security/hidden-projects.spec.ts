import { expect } from 'chai';
import { createMember, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import {
  addDependency,
  createComment,
  createLabel,
  createMilestone,
  createProject,
  createTask,
  moveTask,
} from '../support/factories.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';

// Nothing that is read of what a member sees names anything of a private project that they do not see: its tasks wait for
// visible ones and visible ones for them, now and in the past.

const WORD = 'hiddenlantern';
const reading = documentedOperations.filter(({ method }) => method === 'GET');

describe('v1 and v2, what a private project holds', function () {
  this.timeout(60_000);
  const app = useApp();
  let world: World;
  let member: Account;
  let canaries: Readonly<Record<string, string>>;

  before(async () => {
    world = await createWorld(app);
    const { owner, ids } = world;
    member = await createMember(app, owner, 'member');
    const project = await createProject(owner, { key: 'HIDDENQ', name: WORD, visibility: 'private' });
    const milestone = await createMilestone(owner, project, { name: WORD });
    const label = await createLabel(owner, project, { name: WORD });
    const hidden = [];
    for (let index = 0; index < 4; index += 1) {
      const content = { milestone_id: milestone.id, label_ids: [label.id], assignee_id: owner.user_id };
      hidden.push(await createTask(owner, project, { title: `${WORD} ${index}`, description: WORD, ...content }));
    }
    const [blocking, waiting, blocked, waited] = hidden.map(({ id }) => ({ id }));
    const shown = { id: ids['task_id']! };
    await addDependency(owner, shown, blocking!);
    await addDependency(owner, waiting!, shown);
    await addDependency(owner, shown, blocked!);
    await addDependency(owner, waited!, shown);
    const url = '/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}';
    for (const [task, other] of [
      [shown, blocked!],
      [waited!, shown],
    ] as const) {
      await owner.v2.DELETE(url, { params: { path: { task_id: task.id, blocking_task_id: other.id } } });
    }
    await moveTask(owner, waited!, 'in_progress');
    const comment = await createComment(owner, blocking!, WORD);
    canaries = {
      ...{ word: WORD, key: project.key, project: project.id, milestone: milestone.id, label: label.id },
      ...{
        comment: comment.id,
        blocking: blocking!.id,
        waiting: waiting!.id,
        blocked: blocked!.id,
        waited: waited!.id,
      },
    };
  });

  /** The parameters of a list, each with every value that the document names. */
  function variantsOf(operation: DocumentedOperation): string[] {
    const variants = operation.parameters
      .filter(({ in: place }) => place === 'query')
      .flatMap(({ name, schema }) => {
        const { enum: values } = (schema['items'] ?? schema) as { enum?: string[] };
        if (values !== undefined) return values.map((value) => `${name}=${value}`);
        if (schema['type'] === 'boolean') return [`${name}=true`, `${name}=false`];
        return name === 'q' ? [`q=${WORD}`, 'q=-nothing'] : [];
      });
    return ['', ...variants];
  }

  const read = async (operation: DocumentedOperation, account: Account, query: string): Promise<string> => {
    const sample = sampleRequest(operation, world.ids);
    const response = await send(app, sample, { headers: bearer(account), ...(query === '' ? {} : { query }) });
    return response.text();
  };

  forEach(reading, async (operation) => {
    for (const query of variantsOf(operation)) {
      const text = await read(operation, member, query);
      const seen = Object.entries(canaries).filter(([, canary]) => text.includes(canary));
      expect(seen, `${query} ${text}`).to.deep.equal([]);
    }
  });

  it('is there for who sees it, in both directions and in history', async () => {
    const seenBy = async (id: string, query = ''): Promise<string[]> => {
      const operation = reading.find((one) => one.version === 'v2' && one.id === id)!;
      const text = await read(operation, world.owner, query);
      return Object.keys(canaries).filter((name) => text.includes(canaries[name]!));
    };
    expect(await seenBy('listTaskDependencies')).to.deep.equal(['blocking']);
    expect(await seenBy('listTaskDependencies', 'direction=blocks')).to.deep.equal(['waiting']);
    expect(await seenBy('listTaskHistory')).to.deep.equal(['blocking', 'blocked']);
    expect(await seenBy('listTasks')).to.include.members(['word', 'key', 'project', 'milestone', 'label', 'waited']);
    expect(await seenBy('listProjects')).to.include.members(['word', 'key', 'project']);
    expect(await seenBy('listActivity')).to.include.members(['word', 'project', 'waited', 'comment']);
  });
});
