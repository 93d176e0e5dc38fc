import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from './copy.ts';

const TICKS_PER_SECOND = 100;

/** The fields of `/proc/ID/stat` after the name, from the third on; undefined if the process has ended. */
function statOf(id: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Adds up fields of ticks, by their numbers in proc(5). */
function secondsOf(id: number, fields: readonly number[]): number {
  const stat = statOf(id) ?? [];
  return fields.reduce((sum, field) => sum + Number(stat[field - 3] ?? 0), 0) / TICKS_PER_SECOND;
}

/** Returns the processor seconds that processes have used. */
export function cpuSecondsOf(ids: readonly number[]): number {
  return ids.reduce((sum, id) => sum + secondsOf(id, [14, 15]), 0);
}

/** Returns what tells the processor seconds that a PostgreSQL on this machine has used, with its ended processes. */
export async function watchPostgres(url: string): Promise<() => number> {
  const postmaster = await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: number }>('SELECT pg_backend_pid() AS id');
    return Number(statOf(rows[0]?.id ?? 0)?.[1]);
  });
  return () => {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const own = ids.map(Number).filter((id) => Number(statOf(id)?.[1]) === postmaster);
    return cpuSecondsOf([postmaster, ...own]) + secondsOf(postmaster, [16, 17]);
  };
}
