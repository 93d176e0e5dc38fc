import type { Project, Task } from '../../../generated/v2/types.ts';
import { createArchitect } from '../../../src/client/index.ts';
import type { Account } from '../accounts.ts';
import { bearer } from '../sample-request.ts';

interface LoadOptions {
  readonly url: string;
  readonly account: Account;
  /** Written to in turn. */
  readonly projects: readonly Project[];
  /** Read all the time. */
  readonly task: Task;
  /** Begun per second, whether earlier ones have ended or not. Every fourth is a write. */
  readonly requestsPerSecond: number;
}

interface LoadOutcome {
  /** The statuses of all reads, or the error of one that got no response. Reads are not repeated by the client. */
  readonly reads: readonly string[];
  /** The titles of the tasks whose creation was acknowledged. The client repeats a creation with its idempotency key. */
  readonly created: readonly string[];
  /** Creations that failed although they were repeated. */
  readonly failures: readonly unknown[];
}

export interface Load {
  /** Returns the number of requests that have ended. */
  readonly ended: () => number;
  /** Returns the number of requests that wait for their response. */
  readonly running: () => number;
  /** Begins no more requests and waits for those that run. */
  stop(): Promise<LoadOutcome>;
}

/** Sends requests at a fixed rate until stopped, as many clients do that do not wait for each other. */
export function startLoad({ url, account, projects, task, requestsPerSecond }: LoadOptions): Load {
  const client = createArchitect({ baseUrl: url, apiKey: account.token, retry: { retriesMax: 20, delayMsMax: 1000 } });
  const reads: string[] = [];
  const created: string[] = [];
  const failures: unknown[] = [];
  const running = new Set<Promise<void>>();
  let begun = 0;

  async function read(): Promise<void> {
    const target = `${url}/api/v2/tasks/${task.id}`;
    const outcome = await fetch(target, { headers: bearer(account) }).then(
      async (response) => {
        await response.text();
        return String(response.status);
      },
      (error: unknown) => String(error),
    );
    reads.push(outcome);
  }

  async function write(number: number): Promise<void> {
    const title = `Written under load ${number}`;
    const { id } = projects[number % projects.length]!;
    try {
      await client.call('createTask', { path: { project_id: id }, body: { title } });
      created.push(title);
    } catch (error) {
      failures.push(error);
    }
  }

  const timer = setInterval(() => {
    begun += 1;
    const work = begun % 4 === 0 ? write(begun) : read();
    running.add(work);
    void work.finally(() => running.delete(work));
  }, 1000 / requestsPerSecond);

  return {
    ended: () => begun - running.size,
    running: () => running.size,
    stop: async () => {
      clearInterval(timer);
      await Promise.all(running);
      return { reads, created, failures };
    },
  };
}
