import { openDatabase, type Database } from '../../src/platform/database.ts';
import { createScratchDatabase } from './database.ts';

/** Gives a `describe` a migrated database of its own, which is dropped after its tests. */
export function useDatabase(): Pick<Database, 'db'> & { readonly url: string } {
  let opened: (Database & { readonly url: string }) | undefined;
  let remove: () => Promise<void> = () => Promise.resolve();

  before(async function () {
    this.timeout(120_000);
    const scratch = await createScratchDatabase();
    remove = () => scratch.drop();
    opened = Object.assign(await openDatabase(scratch), { url: scratch.url });
  });
  after(async () => {
    await opened?.close();
    await remove();
  });

  const current = (): Database & { readonly url: string } => {
    if (opened === undefined) throw new Error('the database is open inside of tests and hooks only');
    return opened;
  };
  return {
    get db() {
      return current().db;
    },
    get url() {
      return current().url;
    },
  };
}
