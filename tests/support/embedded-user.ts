import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** A line that embedded-program.ts prints. */
export interface Message {
  readonly event: string;
  readonly url: string;
  readonly port: number;
  readonly cluster: string;
}

/** A process that runs embedded-program.ts. */
export class EmbeddedUser {
  readonly process: ChildProcess;
  readonly messages: Message[] = [];
  errors = '';

  constructor(dataDir: string) {
    const program = join(import.meta.dirname, 'embedded-program.ts');
    this.process = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'pipe'] });
    createInterface({ input: this.process.stdout! }).on('line', (line) => {
      this.messages.push(JSON.parse(line) as Message);
    });
    this.process.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  async until(event: string, timeoutMs = 30_000): Promise<Message> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = this.messages.find((message) => message.event === event);
      if (found !== undefined) return found;
      if (performance.now() > deadline || this.process.exitCode !== null)
        throw new Error(`the process did not print the event ${event}: ${this.errors}`);
      await delay(20);
    }
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exit = once(this.process, 'exit');
    this.process.stdin?.end();
    await exit;
  }

  async kill(): Promise<void> {
    const exit = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await exit;
  }
}

export async function postmasterPid(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until a server process has ended. It removes its pid file shortly before. */
export async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + 5000;
  while (isAlive(pid)) {
    if (performance.now() > deadline) throw new Error(`process ${pid} still runs`);
    await delay(20);
  }
}
