import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Postgres } from './postgres.ts';

/** Linux counts processor time in ticks of 10 ms (proc(5), USER_HZ). */
const TICK_MS = 10;

/** Returns the processor time that a process has used, in milliseconds. */
export function processorMsOf(pid: number): number {
  const { own } = ticksOf(pid);
  return own * TICK_MS;
}

/** Returns the processor time of all processes of a PostgreSQL server, those that have ended included. */
export function processorMsOfPostgres({ dataDirectory }: Postgres): number {
  const [line = ''] = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(line);
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [ticksOf(Number(name))];
      } catch {
        // It ended while the list was read.
        return [];
      }
    })
    .filter(({ parent }) => parent === postmaster);
  const { own, ended } = ticksOf(postmaster);
  return running.reduce((sum, child) => sum + child.own, own + ended) * TICK_MS;
}

/** Reads /proc/PID/stat: the parent, and the ticks of the process and of its children that have ended. */
function ticksOf(pid: number): { readonly parent: number; readonly own: number; readonly ended: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in parentheses, may contain spaces. The fields after it begin with the third one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  return { parent: field(4), own: field(14) + field(15), ended: field(16) + field(17) };
}
