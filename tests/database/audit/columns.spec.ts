import { expect } from 'chai';
import { sealBatch } from '../../../src/audit/seal.ts';
import { verifyAuditChain } from '../../../src/audit/verify.ts';
import { record } from '../../../src/outbox/record.ts';
import type { Db } from '../../../src/platform/database.ts';
import { newId } from '../../../src/platform/ids.ts';
import { tamper } from '../../support/audit-tampering.ts';
import { projectCreated, unitOn } from '../../support/changes.ts';
import { useDatabase } from '../../support/use-database.ts';

// The trigger and both statements that read rows to hash them name every column. A column that one of them leaves out
// can be edited without a trace.

/** By type: another value of a column. */
const edits: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'session'",
  jsonb: `'{"edited": true}'`,
  'timestamp with time zone': "created_at + interval '1 millisecond'",
};
const seal: readonly string[] = ['sequence', 'previous_hash', 'hash'];

describe('every column of an audit row', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let db: Db;
  let columns: { readonly name: string; readonly edit: string }[];

  before(async () => {
    ({ db } = database);
    const found = await db.query<{ name: string; type: string }>(
      {
        name: 'test_audit_columns',
        text: `SELECT column_name AS name, data_type AS type FROM information_schema.columns
                WHERE table_name = 'audit_log' AND table_schema = 'public'`,
      },
      [],
    );
    columns = found
      .filter(({ name }) => !seal.includes(name))
      // Only a user has an id.
      .map(({ name, type }) => ({
        name,
        edit: name === 'actor_type' ? "actor_type = 'system', actor_id = NULL" : `${name} = ${edits[type]}`,
      }));
    expect(columns.length).to.be.above(10);
  });

  async function recordOne(): Promise<string> {
    const organization_id = newId();
    const change = projectCreated(organization_id);
    await record(unitOn(db), { ...change, user_id: newId(), project_id: newId(), before: { name: 'Old' } });
    return organization_id;
  }

  it('stays as it was when the row is sealed', async () => {
    for (const { name, edit } of columns) {
      const organization_id = await recordOne();
      const sql = `UPDATE audit_log SET sequence = 1, hash = sha256('x'), previous_hash = sha256('y'), ${edit} WHERE organization_id = ?`;
      const code = await db.knex.raw(sql, [organization_id]).then(
        () => 'done',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect(code, name).to.equal('23001');
    }
  });

  it('is part of the hash: an edit is found', async () => {
    for (const { name, edit } of columns) {
      const organization_id = await recordOne();
      while ((await sealBatch(db)) !== 'none');
      const verify = () => verifyAuditChain(db, organization_id, { now: new Date() });
      expect(await verify(), name).to.include({ is_intact: true, checked: 1 });
      await tamper(db, [`UPDATE audit_log SET ${edit} WHERE organization_id = ?`, organization_id]);
      expect(await verify(), name).to.include({ is_intact: false, checked: 0 });
    }
  });
});
