import type { BenchPostgres } from './data.ts';
import { startArchitect } from './subjects/start-architect.ts';
import { spreadOf, type Spread } from './statistics.ts';

const STARTS = 5;

/**
 * Starts the server several times with the database up.
 * @returns the seconds from the start of the process until readiness responds 200
 */
export async function measureStarts(postgres: BenchPostgres): Promise<Spread> {
  const databaseUrl = await postgres.copy('starts');
  const seconds: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const subject = await startArchitect({ name: 'with-worker', databaseUrl, args: ['--no-worker'] });
    seconds.push(subject.readyAfterMs / 1000);
    await subject.stop();
  }
  return spreadOf(seconds);
}

export function toStartTable({ median, min, max }: Spread): readonly (readonly string[])[] {
  return [
    ['from start to ready, database up', 'subject', 'seconds', 'range'],
    [`${STARTS} starts`, 'with-worker', median.toFixed(2), `${min.toFixed(2)}..${max.toFixed(2)}`],
  ];
}
