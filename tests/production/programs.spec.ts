import { expect } from 'chai';
import pg from 'pg';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { programPath } from '../support/production/programs.ts';

describe('the programs of an operator', () => {
  let postgres: Postgres;

  before(async () => {
    postgres = await startPostgres({ settings: { wal_level: 'logical' } });
  });
  after(() => postgres.remove());

  it('include PostgreSQL, with the settings that a test gives it', async () => {
    const client = new pg.Client(postgres.url());
    await client.connect();
    const { rows } = await client.query('SHOW wal_level');
    await client.end();
    expect(rows).to.deep.equal([{ wal_level: 'logical' }]);
  });

  it('are named with the command that installs them, when one is missing', () => {
    expect(() => programPath('no-such-program')).to.throw(
      'no-such-program is missing: run `make production-tools`, or install it',
    );
  });
});
