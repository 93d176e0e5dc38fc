import type { BenchPostgres } from '../data.ts';
import { startArchitect } from './start-architect.ts';
import { startPeer } from './start-peer.ts';
import type { Subject, SubjectName } from './subject.ts';

/** Starts a subject on a copy of the database at scale. */
export async function startSubject(name: SubjectName, postgres: BenchPostgres): Promise<Subject> {
  const databaseUrl = await postgres.copy(name.replaceAll('-', '_'));
  if (name === 'architect') return startArchitect({ name, databaseUrl });
  return startPeer(name, databaseUrl);
}
