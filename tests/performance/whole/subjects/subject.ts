import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server that is measured: processes of its own, perhaps with children, on a database of its own. */
export interface Subject {
  readonly name: string;
  readonly port: number;
  readonly pids: readonly number[];
  readonly databaseUrl: string;
  /** From the start of the process until it was ready, in milliseconds. */
  readonly readyAfterMs: number;
  stop(): Promise<void>;
}

export const subjectNames = [
  'architect',
  'with-worker',
  'uncached',
  'bare',
  'fastify',
  'express',
  'openapi-backend',
  'platformatic',
] as const;
export type SubjectName = (typeof subjectNames)[number];

/** Connections to PostgreSQL of every subject. */
export const POOL_MAX = 20;

/** Starts a program whose output, but for errors, goes to `stdout`. */
export function startProgram(
  args: readonly string[],
  { env = {}, stdout, cwd }: { env?: NodeJS.ProcessEnv; stdout: 'pipe' | number; cwd: string },
): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit'],
  });
}

export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
