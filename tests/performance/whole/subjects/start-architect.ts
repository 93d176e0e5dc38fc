import { mkdtemp, open, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { rateClasses } from '../../../../src/contract/vocabulary.ts';
import { eventually } from '../../../support/eventually.ts';
import { freePort } from '../../../support/server-process.ts';
import { endProgram, POOL_MAX, startProgram, type Subject } from './subject.ts';

const root = join(import.meta.dirname, '../../../..');

interface ArchitectOptions {
  readonly name: string;
  readonly databaseUrl: string;
  /** Settings beside those that every run has. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The program, and its arguments after `serve`. */
  readonly program?: string;
  readonly args?: readonly string[];
  /** Whether a second process delivers events and runs jobs, beside the one that serves. */
  readonly hasWorker?: boolean;
}

/** Every request is counted, and none is refused: the load comes from few credentials and one address. */
const quotas = Object.fromEntries(
  ['address', 'pages', 'documents', ...rateClasses].map((name) => [`RATE_LIMIT_${name.toUpperCase()}`, '10000000']),
);

/**
 * Starts the server as it is run: contract, authentication, rate limits, log, metrics, relay and worker on. One process
 * serves, like the peers. Its log goes to the null device, because reading it would be measured, too.
 */
export async function startArchitect(options: ArchitectOptions): Promise<Subject> {
  const { name, databaseUrl, settings = {}, program = 'src/main.ts', args = [], hasWorker = false } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'architect-bench-'));
  const port = await freePort();
  const env = {
    ...{ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'info', ...quotas },
    ...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, POOL_MAX: String(POOL_MAX), WORKERS: '1' },
    ...settings,
  };
  const nowhere = await open(devNull, 'w');
  const startedAt = performance.now();
  const serving = [program, 'serve', ...args, ...(hasWorker ? ['--no-worker'] : [])];
  const child = startProgram(serving, { env, stdout: nowhere.fd, cwd: root });
  const children = [child];
  const stop = async (): Promise<void> => {
    for (const one of children) await endProgram(one);
    await nowhere.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await eventually(async () => {
      if (child.exitCode !== null) return;
      const { ok } = await fetch(`http://127.0.0.1:${port}/health/readiness`);
      if (!ok) throw new Error('the server is not ready');
    }, 60_000);
    if (child.exitCode !== null || child.pid === undefined) throw new Error(`${name} ended with ${child.exitCode}`);
    const readyAfterMs = performance.now() - startedAt;
    if (hasWorker) children.push(startProgram([program, 'worker'], { env, stdout: nowhere.fd, cwd: root }));
    return { name, port, pids: children.map(({ pid }) => pid!), databaseUrl, readyAfterMs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
