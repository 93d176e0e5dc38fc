import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts processor time in ticks of 10 ms (proc(5), USER_HZ). */
const TICK_US = 10_000;

/** Memory of processes and their descendants, in MiB. */
export interface Memory {
  readonly rss: number;
  /** Shared pages count in parts: one over the number of processes that have them. */
  readonly pss: number;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Ticks of the process, and of its children that have ended. */
  readonly ticks: number;
}

/**
 * Returns the user and system time of processes and their descendants so far, in microseconds. Descendants that have
 * ended are included.
 */
export function processorUsOf(roots: readonly number[]): number {
  return treeOf(roots).reduce((sum, { ticks }) => sum + ticks, 0) * TICK_US;
}

export function memoryOf(roots: readonly number[]): Memory {
  const total = { rss: 0, pss: 0 };
  for (const { pid } of treeOf(roots)) {
    const text = readText(`/proc/${pid}/smaps_rollup`) ?? '';
    const kilobytes = (name: string): number => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
    total.rss += kilobytes('Rss') / 1024;
    total.pss += kilobytes('Pss') / 1024;
  }
  return total;
}

function treeOf(roots: readonly number[]): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const tree = all.filter(({ pid }) => roots.includes(pid));
  // The list grows while it is read: children of children.
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

/** Reads /proc/PID/stat; undefined if the process has ended. */
function readProcess(pid: number): Process | undefined {
  const text = readText(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The name of the program, in parentheses, may contain spaces. The fields after it begin with the third one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  return { pid, parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
