import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Returns the processor seconds that processes, and their ended children, have used: by id, or all of a name. */
export function cpuSecondsOf(which: readonly number[] | string): number {
  const ids = typeof which === 'string' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : which.map(String);
  const ticks = ids.map((id) => {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      if (typeof which === 'string' && name !== which) return 0;
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      return (
        (fields[11] ?? 0) + (fields[12] ?? 0) + (typeof which === 'string' ? (fields[13] ?? 0) + (fields[14] ?? 0) : 0)
      );
    } catch {
      return 0;
    }
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND;
}
