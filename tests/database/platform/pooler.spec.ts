import { expect } from 'chai';
import { assertRoleSettings } from '../../../src/platform/pooler.ts';
import { ForeseenError } from '../../../src/problems/foreseen-error.ts';
import { thrownBy } from '../../support/thrown-by.ts';
import { count, useThings } from './things.ts';

const prepared = 'SELECT name FROM pg_prepared_statements WHERE name ~ $$^test_$$';

describe('a pool behind a pooler', () => {
  const { open } = useThings();

  for (const [hasNamedStatements, names] of [
    [true, ['test_count']],
    [false, []],
  ] as const) {
    it(`prepares ${names.length} named statements if hasNamedStatements is ${hasNamedStatements}`, async () => {
      const { db } = await open({ poolMax: 1, pooler: { hasNamedStatements } });
      expect(await count(db)).to.equal(0);
      expect(await count(db)).to.equal(0);
      const { rows } = await db.knex.raw<{ rows: { name: string }[] }>(prepared);
      expect(rows.map(({ name }) => name)).to.deep.equal(names);
    });
  }

  it('changes no setting of the session, which another client may get', async () => {
    const { db } = await open({ poolMax: 1, pooler: { hasNamedStatements: true }, lockTimeoutMs: 1234 });
    const { rows } = await db.knex.raw<{ rows: { setting: string }[] }>(
      "SELECT setting FROM pg_settings WHERE name = 'lock_timeout'",
    );
    expect(rows).to.deep.equal([{ setting: '0' }]);
  });

  it('is refused with the statement for each setting that the role lacks', async () => {
    const own = await open({ lockTimeoutMs: 1234, statementTimeoutMs: 5678 });
    await assertRoleSettings(own.db, { lockTimeoutMs: 1234, statementTimeoutMs: 5678 });
    const error = await thrownBy(assertRoleSettings(own.db, { lockTimeoutMs: 3000, statementTimeoutMs: 5678 }));
    expect(error).to.be.instanceOf(ForeseenError);
    expect((error as Error).message).to.match(/ restart the pooler\n {2}ALTER ROLE "\w+" SET lock_timeout = '3000';$/);
  });
});
