import type { Config } from '../../config.ts';
import { openDatabase } from '../../platform/database.ts';
import { reasonOf } from '../../platform/failure-log.ts';
import { assertRoleSettings, assertSameDatabase } from '../../platform/pooler.ts';
import { failOf, ok, type Finding } from './finding.ts';

/** Whether requests can use PgBouncer, if it is configured. */
export async function checkPooler({ databaseUrl, pooler, pool }: Config): Promise<readonly Finding[]> {
  const check = 'pooler';
  if (pooler.url === undefined) return [];
  try {
    const database = await openDatabase({ url: pooler.url, pooler, poolMax: 1, applicationName: 'architect doctor' });
    try {
      if (databaseUrl !== undefined) await assertSameDatabase(database.db, databaseUrl);
      await assertRoleSettings(database.db, pool);
    } finally {
      await database.close();
    }
    return [ok(check, 'it passes statements on to the database of DATABASE_URL, and the role has the settings')];
  } catch (error) {
    // The statements of the remedy are on lines of their own.
    return [failOf(check, reasonOf(error).replaceAll(/\s*\n\s*/g, ' '))];
  }
}
