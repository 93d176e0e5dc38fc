import { createHash } from 'node:crypto';
import { createScratchDatabase, keepDatabase, type ScratchDatabase } from '../database.ts';
import { seedAtScale, seedText } from './seed.ts';

const name = `seeded_${createHash('sha256').update(seedText).digest('hex').slice(0, 8)}`;

/** Returns the database at scale, which is created once and kept. A test that changes it must copy it. */
export function scaleDatabase(): Promise<{ readonly url: string }> {
  return keepDatabase(name, seedAtScale);
}

/** Copies the database at scale, within seconds. */
export async function copyScaleDatabase(): Promise<ScratchDatabase> {
  const kept = await scaleDatabase();
  return createScratchDatabase(new URL(kept.url).pathname.slice(1));
}
