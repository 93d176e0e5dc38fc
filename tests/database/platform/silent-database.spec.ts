import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { openDatabase } from '../../../src/platform/database.ts';
import { createScratchDatabase } from '../../support/database.ts';

describe('openDatabase', () => {
  it('cuts a connection whose server hangs, which no statement timeout reaches, and goes on with another', async () => {
    const scratch = await createScratchDatabase();
    const database = await openDatabase({ url: scratch.url, poolMax: 1, statementTimeoutMs: 200 });
    const { db } = database;
    const [row] = await db.query<{ pid: number }>({ name: 'test_pid', text: 'SELECT pg_backend_pid() AS pid' }, []);
    const { pid } = row!;
    process.kill(pid, 'SIGSTOP');
    try {
      const outcome = await db.transaction((trx) => trx.knex('tasks').select('id')).catch((error: unknown) => error);
      expect(outcome).to.be.instanceOf(AppError).that.includes({ code: 'service_unavailable', status: 503 });
      expect(await db.knex('tasks').select('id')).to.deep.equal([]);
      expect(database.stats()).to.include({ active: 0, waiting: 0 });
    } finally {
      process.kill(pid, 'SIGCONT');
      await database.close();
      await scratch.drop();
    }
  }).timeout(30_000);
});
