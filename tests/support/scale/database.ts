import { createHash } from 'node:crypto';
import { createScratchDatabase, keepDatabase, type ScratchDatabase } from '../database.ts';
import { seedAtScale, seedText } from './seed.ts';

const name = `seeded_${createHash('sha256').update(seedText).digest('hex').slice(0, 8)}`;

/** The database at scale, made where it is missing and then kept: who changes it takes a copy. */
export function scaleDatabase(): Promise<{ readonly url: string }> {
  return keepDatabase(name, seedAtScale);
}

/** A copy of one's own, made in seconds. */
export async function copyScaleDatabase(): Promise<ScratchDatabase> {
  const kept = await scaleDatabase();
  return createScratchDatabase(new URL(kept.url).pathname.slice(1));
}
