import { expect } from 'chai';
import pg from 'pg';
import { readMigrations } from '../../src/platform/migration-files.ts';
import { createScratchDatabase } from '../support/database.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

describe('the commands of the program', function () {
  this.timeout(60_000);
  const prepare = useServers();

  /** The programs that are connected to the server's database, besides its pool. */
  const connectionsOf = async (server: ServerProcess): Promise<readonly string[]> => {
    const rows = await server.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
        WHERE datname = current_database() AND application_name IN ('architect queue', 'architect presence') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('migrate prepares an empty database once, with the tables of the queue', async () => {
    const empty = await createScratchDatabase('template0');
    const server = await prepare({ DATABASE_URL: empty.url });
    const files = await readMigrations();
    const first = await server.run(['migrate'], '');
    expect(first.code, first.output).to.equal(0);
    const lines = first.output.split('\n').filter((line) => line.startsWith('migrated '));
    expect(lines).to.deep.equal(files.map(({ name }) => `migrated ${name}`));
    expect(first.output).to.include(`${files.length} of ${files.length}: ${files.at(-1)?.name}`);
    expect(await server.run(['migrate'], '')).to.deep.equal({ code: 0, output: 'no pending migrations\n' });
    const client = new pg.Client({ connectionString: empty.url });
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM graphile_worker.jobs');
    expect(rowCount).to.equal(0);
    await client.end();
    await empty.drop();
  });

  it('serve runs jobs, too, unless it is told not to', async () => {
    const server = await prepare();
    await server.start();
    expect(await connectionsOf(server)).to.deep.equal(['architect presence', 'architect queue']);
    await server.stop();
    await server.start('--no-worker');
    expect(await connectionsOf(server)).to.deep.equal([]);
    expect(await server.stop()).to.equal(0);
  });

  it('serve stops at SIGINT as at SIGTERM', async () => {
    const server = await prepare();
    await server.start();
    expect(await server.stop('SIGINT')).to.equal(0);
  });
});
