import type { BenchPostgres } from '../data.ts';
import { startArchitect } from './start-architect.ts';
import { startPeer } from './start-peer.ts';
import type { Subject, SubjectName } from './subject.ts';

const uncached = { CACHE_ENABLED: 'false' };
const uncachedProgram = 'tests/performance/whole/subjects/uncached-server.ts';

/**
 * Starts a subject on a copy of the database at scale.
 * @param settings of this server, beside those that every run has
 */
export async function startSubject(
  name: SubjectName,
  postgres: BenchPostgres,
  settings: Readonly<Record<string, string>> = {},
): Promise<Subject> {
  const databaseUrl = await postgres.copy(name.replaceAll('-', '_'));
  if (name === 'architect') return startArchitect({ name, databaseUrl, settings });
  if (name === 'with-worker') return startArchitect({ name, databaseUrl, settings, hasWorker: true });
  if (name === 'uncached') return startArchitect({ name, databaseUrl, settings: uncached, program: uncachedProgram });
  return startPeer(name, databaseUrl);
}
