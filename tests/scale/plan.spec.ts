import { expect } from 'chai';
import pg from 'pg';
import { scaleDatabase } from '../support/scale/database.ts';
import { seededId } from '../support/scale/seed.ts';
import { faultsOf, tableSizes } from './plan.ts';

describe('what a plan at scale is judged by', () => {
  let client: pg.Client;

  before(async function () {
    this.timeout(600_000);
    client = new pg.Client({ connectionString: (await scaleDatabase()).url });
    await client.connect();
  });
  after(() => client.end());

  async function verdict(text: string, ...values: readonly unknown[]): Promise<string[]> {
    const faults = await faultsOf(client, { text, values }, await tableSizes(client));
    return faults.map((fault) => fault.split('\n')[0]!);
  }

  it('reading all rows of a large table is a fault, but not where most of them are counted', async () => {
    const everything = 'SELECT id FROM labels WHERE color = $1';
    expect(await verdict(everything, '#000000')).to.deep.equal(['reads all rows of labels']);
    expect(await verdict('SELECT count(*) FROM labels WHERE color = $1 LIMIT 1', '#d73a4a')).to.deep.equal([]);
  });

  it('sorting many rows is one', async () => {
    const sorted = 'SELECT id FROM labels WHERE organization_id = $1 AND project_id = $2 ORDER BY description LIMIT 5';
    const place = [seededId('organization', 1), seededId('project', 1)];
    expect(await verdict(sorted, ...place)).to.deep.equal(['sorts 5100 rows']);
    expect(await verdict(sorted.replace('description', 'created_at, id'), ...place)).to.deep.equal([]);
  });

  it('a quick read is planned without bitmap scans, as where it was sent', async () => {
    // Without them, PostgreSQL has no index for this.
    const statement = { text: "SELECT id FROM tasks WHERE search @@ to_tsquery('simple', $1)", values: ['deadlock'] };
    const sizes = await tableSizes(client);
    expect(await faultsOf(client, statement, sizes)).to.have.length(0);
    const [fault] = await faultsOf(client, { ...statement, isPipelined: true }, sizes);
    expect(fault).to.match(/^reads all rows of tasks\n/);
    expect(await faultsOf(client, statement, sizes)).to.have.length(0);
  });

  it('looking at more rows than an organization has is one', async () => {
    const walk = 'SELECT id FROM tasks WHERE description = $1 ORDER BY organization_id, created_at, id LIMIT 5';
    await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
    const faults = await verdict(walk, 'no such text');
    await client.query('RESET enable_seqscan; RESET enable_bitmapscan');
    expect(faults).to.deep.equal(['looks at 200000 rows']);
  });
});
