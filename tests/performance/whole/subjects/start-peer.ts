import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endProgram, POOL_MAX, startProgram, type Subject, type SubjectName } from './subject.ts';

const root = join(import.meta.dirname, '../../../..');

/** Starts a peer, in production mode. */
export async function startPeer(name: SubjectName, databaseUrl: string): Promise<Subject> {
  const args = ['tests/performance/whole/peers/server.ts', name, databaseUrl, String(POOL_MAX)];
  const startedAt = performance.now();
  const child = startProgram(args, { env: { NODE_ENV: 'production' }, stdout: 'pipe', cwd: root });
  const { pid, stdout } = child;
  if (pid === undefined || stdout === null) throw new Error(`${name} did not start`);
  const lines = createInterface(stdout);
  const exit = once(child, 'exit').then(([code]: unknown[]) => {
    throw new Error(`${name} ended with ${String(code)}`);
  });
  exit.catch(() => undefined);
  const [line] = (await Promise.race([once(lines, 'line'), exit])) as [string];
  const readyAfterMs = performance.now() - startedAt;
  return { name, port: Number(line), pids: [pid], databaseUrl, readyAfterMs, stop: () => endProgram(child) };
}
