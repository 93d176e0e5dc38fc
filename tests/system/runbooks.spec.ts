import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import pg from 'pg';
import { useApp } from '../support/app.ts';

/** The statements that docs/TROUBLESHOOTING.md shows, with values for what the reader fills in. */
const statements = [...readFileSync('docs/TROUBLESHOOTING.md', 'utf8').matchAll(/`((?:SELECT|INSERT)\b[^`]+)`/g)].map(
  ([, text]) =>
    text!
      .replaceAll(/\s+/g, ' ')
      .replaceAll('ARRAY[id]', 'ARRAY[0]')
      .replaceAll('(pid)', '(0)')
      .replaceAll('id = …', 'id = 0'),
);

describe('the statements of the runbooks', () => {
  const app = useApp();
  let client: pg.Client;

  before(async () => {
    client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
  });
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));
  after(() => client.end());

  for (const statement of statements) {
    it(`run on the database of a server: ${statement}`, async () => {
      expect((await client.query(statement)).command).to.match(/^(?:SELECT|INSERT)$/);
    });
  }
});
