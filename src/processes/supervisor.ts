import { setTimeout as delay } from 'node:timers/promises';
import { endsWithin } from '../platform/bounded.ts';
import type { MetricValues } from '../platform/merge-metrics.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { ChildMetrics } from './child-metrics.ts';
import { LinkClosed, type Link } from './link.ts';
import type { ServingProcess } from './protocol.ts';

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A serving process that the supervisor has started. */
export interface Child<Settings> {
  readonly pid: number | undefined;
  readonly link: Link<ServingProcess<Settings>>;
  /** Never rejects. */
  readonly ended: Promise<End>;
  kill(): void;
}

/** Starts a process. It calls `onLeave` with the last values of its metrics before it ends as intended. */
type Fork<Settings> = (onLeave: (last: MetricValues) => void) => Child<Settings>;

export interface SupervisorLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface SupervisorOptions<Settings> {
  readonly count: number;
  readonly fork: Fork<Settings>;
  /** Called once, when processes end again and again. */
  readonly onCrashLoop: (error: Error) => void;
  /** Waits before a process is replaced. Tests wait less. */
  readonly pause?: (pauseMs: number) => Promise<unknown>;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed?: () => number;
}

interface Start<Settings> {
  readonly settings: Settings;
  /** The settings of a process that starts later and must use the same port. */
  readonly settingsFor: (port: number) => Settings;
  readonly logger: SupervisorLog;
}

/** A process that ends earlier counts as a failure in a row. */
const STABLE_MS = 10_000;
/** So many failures in a row in one place are a crash loop, which a further restart does not repair. */
const FAILURES_MAX = 5;
const PAUSE_MS = 100;
const PAUSE_MS_MAX = 5000;
/** Shorter than the timeout of a scrape. A process that hangs is shown with its last values. */
const READING_MS_MAX = 1500;

/**
 * Keeps `count` serving processes running: starts them, replaces those that end, and stops them.
 *
 * A process is replaced after a pause that doubles with each failure in a row. After five failures in a row in one place
 * the supervisor gives up, so that whatever started it can react, and its exit code tells that something is wrong.
 */
export class Supervisor<Settings> {
  readonly metrics = new ChildMetrics();
  readonly #options: Required<SupervisorOptions<Settings>>;
  readonly #children = new Set<Child<Settings>>();
  /** Processes that ended because somebody sent them SIGTERM. They are replaced, and are no failures. */
  readonly #left = new WeakSet<Child<Settings>>();
  #started: { readonly settings: Settings; readonly logger: SupervisorLog } | undefined;
  #isAccepting = false;
  #isStopping = false;

  constructor(options: SupervisorOptions<Settings>) {
    this.#options = { pause: delay, elapsed: () => performance.now(), ...options };
  }

  /** Starts the programs, which load their code until `start` gives them their settings. */
  fork(): void {
    for (let count = this.#children.size; count < this.#options.count; count++) this.#fork();
  }

  /**
   * Starts serving in all processes.
   * @throws the first error of a process, after all have ended
   */
  async start({ settings, settingsFor, logger }: Start<Settings>): Promise<{ readonly port: number }> {
    this.fork();
    try {
      const started = await Promise.all([...this.#children].map((child) => startChild(child, settings)));
      const port = started[0]?.port ?? 0;
      this.#started = { settings: settingsFor(port), logger };
      for (const child of this.#children) void this.#keep(child, 0);
      return { port };
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** Turns the readiness of all processes on or off. */
  accept(isAccepting: boolean): void {
    this.#isAccepting = isAccepting;
    for (const { link } of this.#children) link.tell('accept', isAccepting);
  }

  /** @returns what each process that responds in time returns */
  async askAll<Result>(ask: (link: Link<ServingProcess<Settings>>) => Promise<Result>): Promise<readonly Result[]> {
    const asked = [...this.#children].map(({ link }) => ask(link).then((value) => [value]));
    const results = await Promise.all(asked.map((one) => one.catch(() => [])));
    return results.flat();
  }

  /** Reads the metrics of all processes, with the last values of those that hang and of those that have ended. */
  async readMetrics(): Promise<readonly MetricValues[]> {
    const read = async (child: Child<Settings>): Promise<void> => {
      const values = await child.link.call('readMetrics', undefined, READING_MS_MAX).catch(() => undefined);
      if (values !== undefined && this.#children.has(child)) this.metrics.note(child, values);
    };
    await Promise.all([...this.#children].map(read));
    return this.metrics.all();
  }

  /** Drains all processes, and kills those that have not ended after `limitMs`. @returns whether all ended in time */
  async stop(limitMs: number): Promise<boolean> {
    this.#isStopping = true;
    for (const { link } of this.#children) link.tell('stop', undefined);
    const isInTime = await endsWithin(limitMs, Promise.all([...this.#children].map(({ ended }) => ended)));
    await this.kill();
    return isInTime;
  }

  /** Ends all processes at once. */
  async kill(): Promise<void> {
    this.#isStopping = true;
    for (const child of this.#children) child.kill();
    await Promise.all([...this.#children].map(({ ended }) => ended));
  }

  #fork(): Child<Settings> {
    const child = this.#options.fork((last) => {
      this.#left.add(child);
      this.metrics.note(child, last);
    });
    this.#children.add(child);
    void child.ended.then(() => {
      this.#children.delete(child);
      this.metrics.end(child);
    });
    return child;
  }

  /**
   * Waits for the end of a process, and replaces it.
   * @param failures in a row in its place, before it
   */
  async #keep(child: Child<Settings>, failures: number): Promise<void> {
    const { elapsed } = this.#options;
    const startedAt = elapsed();
    const end = await child.ended;
    if (this.#isStopping) return;
    if (this.#left.has(child)) {
      await this.#replace(0);
      return;
    }
    this.#started?.logger.error({ child_pid: child.pid, ...end }, 'a serving process has ended');
    const isStable = elapsed() - startedAt >= STABLE_MS;
    await this.#replaceFailed(isStable ? 1 : failures + 1, `it ended with ${describe(end)}`);
  }

  async #replaceFailed(failures: number, reason: string): Promise<void> {
    if (failures < FAILURES_MAX) await this.#replace(failures);
    else this.#options.onCrashLoop(new ForeseenError(`a serving process fails again and again: ${reason}`));
  }

  async #replace(failures: number): Promise<void> {
    await this.#options.pause(Math.min(PAUSE_MS * 2 ** failures, PAUSE_MS_MAX));
    if (this.#isStopping || this.#started === undefined) return;
    const { settings, logger } = this.#started;
    const child = this.#fork();
    try {
      await startChild(child, settings);
      child.link.tell('accept', this.#isAccepting);
      logger.info({ child_pid: child.pid }, 'a serving process has started');
      void this.#keep(child, failures);
    } catch (error) {
      await this.#giveUp(child, failures, error);
    }
  }

  async #giveUp(child: Child<Settings>, failures: number, error: unknown): Promise<void> {
    child.kill();
    await child.ended;
    if (this.#isStopping) return;
    this.#started?.logger.error({ child_pid: child.pid, err: error }, 'a serving process could not start');
    await this.#replaceFailed(failures + 1, error instanceof Error ? error.message : String(error));
  }
}

async function startChild<Settings>(child: Child<Settings>, settings: Settings): Promise<{ readonly port: number }> {
  try {
    return await child.link.call('start', settings);
  } catch (error) {
    if (!(error instanceof LinkClosed)) throw error;
    const end = describe(await child.ended);
    throw new ForeseenError(`a serving process ended with ${end} while it started: see the log`, { cause: error });
  }
}

function describe({ code, signal }: End): string {
  return signal ?? `exit code ${code}`;
}
