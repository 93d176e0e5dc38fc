import type { Account } from '../accounts.ts';
import type { Project } from '../../../generated/v2/types.ts';

/** A write that the server has acknowledged. */
interface Acknowledged {
  readonly id: string;
  /** Milliseconds of the monotonic clock. */
  readonly at: number;
}

interface Writers {
  readonly acknowledged: readonly Acknowledged[];
  /** Statuses of the responses that were no success, and how often each was seen; 0 counts lost connections. */
  readonly refused: ReadonlyMap<number, number>;
  /** Waits until `count` more writes have been acknowledged. */
  more(count: number): Promise<void>;
  /** Ends after the requests that are under way. */
  stop(): Promise<void>;
}

/** Creates tasks in `count` loops until stopped. A write that fails is not repeated: its id is unknown. */
export function startWriters({ v2 }: Pick<Account, 'v2'>, { id }: Pick<Project, 'id'>, count = 3): Writers {
  const acknowledged: Acknowledged[] = [];
  const refused = new Map<number, number>();
  const waiting = new Set<{ readonly until: number; readonly resolve: () => void }>();
  let isStopped = false;
  const params = { path: { project_id: id } };

  async function write(loop: number): Promise<void> {
    for (let number = 0; !isStopped; number++) {
      const body = { title: `Task ${loop}.${number}`, type: 'task', status: 'todo', priority: 'none' } as const;
      const outcome = await v2
        .POST('/api/v2/projects/{project_id}/tasks', { params, body })
        .catch(() => ({ data: undefined, response: { status: 0 } }));
      if (outcome.data !== undefined) acknowledged.push({ id: outcome.data.id, at: performance.now() });
      else refused.set(outcome.response.status, (refused.get(outcome.response.status) ?? 0) + 1);
      for (const waiter of waiting) if (acknowledged.length >= waiter.until) waiter.resolve();
      // Lost connections are reported at once, and would keep this process from everything else.
      if (outcome.data === undefined) await new Promise(setImmediate);
    }
  }

  const loops = Array.from({ length: count }, (_, loop) => write(loop));
  return {
    acknowledged,
    refused,
    more: (writes) =>
      new Promise((resolve) => {
        waiting.add({ until: acknowledged.length + writes, resolve });
      }),
    stop: async () => {
      isStopped = true;
      await Promise.all(loops);
    },
  };
}
