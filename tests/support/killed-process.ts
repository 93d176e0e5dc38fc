import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts one of the programs in tests/support as a process and waits for its line `ready`. */
export async function startProgram(file: string, ...args: string[]): Promise<ChildProcess> {
  const program = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: program.stdout });
  const ended = once(program, 'exit').then(() => {
    throw new Error(`${file} ended before it was ready`);
  });
  const ready = (async () => {
    for await (const line of lines) if (line === 'ready') return;
  })();
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  return program;
}

/** Kills a process with SIGKILL and waits for its end. */
export async function killHard(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}
