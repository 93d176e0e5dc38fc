import { expect } from 'chai';
import { sealBatch, startSealer } from '../../../src/audit/seal.ts';
import { verifyAuditChain } from '../../../src/audit/verify.ts';
import { record } from '../../../src/outbox/record.ts';
import type { Db } from '../../../src/platform/database.ts';
import { newId } from '../../../src/platform/ids.ts';
import { forge, makeRoom, rewrite, tamper } from '../../support/audit-tampering.ts';
import { projectCreated, unitOn } from '../../support/changes.ts';
import { eventually } from '../../support/eventually.ts';
import { useDatabase } from '../../support/use-database.ts';
import { silentLogger } from '../../support/silent-logger.ts';

describe('audit chain', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let db: Db;

  before(() => {
    ({ db } = database);
  });

  async function sealAll(): Promise<void> {
    while ((await sealBatch(db)) !== 'none');
  }

  /** Creates a chain of `length` sealed rows. Returns its organization and the ids of its rows in order. */
  async function chainOf(length: number): Promise<{ organization_id: string; ids: string[] }> {
    const organization_id = newId();
    for (let count = 0; count < length; count++) {
      await record(unitOn(db), projectCreated(organization_id, `Project ${count}`));
      await sealAll();
    }
    const ids = await db.knex('audit_log').where({ organization_id }).orderBy('sequence').pluck<string[]>('id');
    return { organization_id, ids };
  }

  const verify = (organization_id: string | null, pause = async (): Promise<void> => undefined) =>
    verifyAuditChain(db, organization_id, { now: new Date(), pageSize: 2, pause });
  const faultOf = async (organization_id: string) => (await verify(organization_id)).fault;

  describe('sealing', () => {
    it('is gapless and valid with 100 parallel writers, late commits and three sealers', async () => {
      const organizations = [newId(), newId(), newId()];
      const sealers = organizations.map(() => startSealer({ db, logger: silentLogger, batchSize: 7 }));
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          db.transaction(async (tx) => {
            await record(unitOn(tx), projectCreated(organizations[index % 3]));
            // Some transactions commit long after others that start later.
            await tx.knex.raw('SELECT pg_sleep(?)', [(index % 10) / 40]);
          }),
        ),
      );
      await eventually(async () => {
        const sealed = db.knex('audit_log').whereIn('organization_id', organizations).whereNotNull('sequence');
        expect(await sealed.pluck('id')).to.have.lengthOf(100);
      });
      await Promise.all(sealers.map((sealer) => sealer.stop()));
      const found = await Promise.all(organizations.map((id) => verify(id)));
      expect(found).to.deep.equal([34, 33, 33].map((checked) => ({ is_intact: true, checked, fault: null })));
    });

    it('skips a chain that another process is writing, and seals the others', async () => {
      const [mine, other] = [newId(), newId()];
      await record(unitOn(db), projectCreated(mine));
      await sealAll();
      for (const organization_id of [mine, other]) await record(unitOn(db), projectCreated(organization_id));
      await db.transaction(async (tx) => {
        await tx.knex('audit_chains').where({ organization_id: mine }).forUpdate();
        await sealAll();
        expect(await verify(other)).to.include({ checked: 1 });
        expect(await verify(mine)).to.include({ checked: 1 });
      });
      await sealAll();
      expect(await verify(mine)).to.include({ checked: 2 });
    });

    it('says whether more rows wait, so that the next batch follows at once', async () => {
      const organization_id = newId();
      for (let count = 0; count < 3; count++) await record(unitOn(db), projectCreated(organization_id));
      const results = [await sealBatch(db, 2), await sealBatch(db, 2), await sealBatch(db, 2)];
      expect(results).to.deep.equal(['more', 'some', 'none']);
    });

    it('gives the installation its own chain', async () => {
      await record(unitOn(db), { audit: 'user.create', resource: { type: 'user', id: newId() } });
      await sealAll();
      expect(await verify(null)).to.deep.equal({ is_intact: true, checked: 1, fault: null });
    });
  });

  describe('the table', () => {
    async function codeOf(sql: string, ...values: string[]): Promise<unknown> {
      return db.knex.raw(sql, values).then(
        () => 'done',
        (error: unknown) => (error as { code?: string }).code,
      );
    }

    for (const [what, sql] of [
      ['an edit', "UPDATE audit_log SET action = 'x' WHERE id = ?"],
      ['unsealing', 'UPDATE audit_log SET sequence = NULL, hash = NULL, previous_hash = NULL WHERE id = ?'],
      ['sealing again', "UPDATE audit_log SET hash = sha256('x') WHERE id = ?"],
      ['a deletion', 'DELETE FROM audit_log WHERE id = ?'],
    ] as const) {
      it(`refuses ${what}`, async () => {
        const { ids } = await chainOf(1);
        expect(await codeOf(sql, ids[0]!)).to.equal('23001');
      });
    }

    it('refuses TRUNCATE', async () => {
      expect(await codeOf('TRUNCATE audit_log')).to.equal('23001');
    });

    it('refuses an edit together with the sealing', async () => {
      const organization_id = newId();
      await record(unitOn(db), projectCreated(organization_id));
      const sql = `UPDATE audit_log SET sequence = 1, hash = sha256('x'), previous_hash = sha256('y'), action = 'x'
        WHERE organization_id = ?`;
      expect(await codeOf(sql, organization_id)).to.equal('23001');
    });
  });

  describe('verification', () => {
    it('finds no fault in an empty chain', async () => {
      expect(await verify(newId())).to.deep.equal({ is_intact: true, checked: 0, fault: null });
    });

    it('finds an edited row, and counts the valid rows before it', async () => {
      const { organization_id, ids } = await chainOf(5);
      await tamper(db, [`UPDATE audit_log SET after = '{"name":"Mine"}' WHERE id = ?`, ids[2]!]);
      const fault = { kind: 'edited', sequence: 3, entry_id: ids[2] };
      expect(await verify(organization_id)).to.deep.equal({ is_intact: false, checked: 2, fault });
    });

    for (const [column, value] of [
      ['actor_type', "'system'"],
      ['action', "'project.delete'"],
      ['resource_type', "'task'"],
      ['resource_id', 'organization_id'],
      ['project_id', 'NULL'],
      ['credential_id', 'id'],
      ['credential_type', "'session'"],
      ['before', "'{}'"],
      ['request_id', "'other'"],
      ['created_at', "created_at - interval '1 millisecond'"],
    ] as const) {
      it(`finds a changed ${column}`, async () => {
        const { organization_id, ids } = await chainOf(2);
        await tamper(db, [`UPDATE audit_log SET ${column} = ${value} WHERE id = ?`, ids[0]!]);
        expect(await faultOf(organization_id)).to.deep.equal({ kind: 'edited', sequence: 1, entry_id: ids[0] });
      });
    }

    it('finds a changed digit in a number that JavaScript would round', async () => {
      const organization_id = newId();
      const { project_id, resource } = projectCreated(organization_id);
      const change = { audit: 'project.create', resource, project_id, organization_id };
      await record(unitOn(db), { ...change, after: { budget: 1 } });
      const id = (await db.knex('audit_log').where({ organization_id }).pluck<string[]>('id'))[0]!;
      await tamper(db, [`UPDATE audit_log SET after = '{"budget": 9007199254740993}' WHERE id = ?`, id]);
      await sealAll();
      await tamper(db, [`UPDATE audit_log SET after = '{"budget": 9007199254740992}' WHERE id = ?`, id]);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'edited', sequence: 1, entry_id: id });
    });

    for (const position of [3, 5]) {
      it(`finds row ${position} of 5, edited and hashed again`, async () => {
        const { organization_id, ids } = await chainOf(5);
        const entry_id = ids[position - 1]!;
        await rewrite(db, entry_id);
        expect(await faultOf(organization_id)).to.deep.equal({ kind: 'edited', sequence: position, entry_id });
      });
    }

    it('finds the place of a removed row', async () => {
      const { organization_id, ids } = await chainOf(5);
      await tamper(db, ['DELETE FROM audit_log WHERE id = ?', ids[1]!]);
      const fault = { kind: 'removed', sequence: 2, entry_id: null };
      expect(await verify(organization_id)).to.deep.equal({ is_intact: false, checked: 1, fault });
    });

    for (const [name, agoMs] of [
      ['a request that took long', 14_000],
      ['a process whose clock is an hour behind', 3_600_000],
    ] as const) {
      it(`waits for the seal of a row of ${name}`, async () => {
        const { organization_id } = await chainOf(1);
        await record({ ...unitOn(db), now: new Date(Date.now() - agoMs) }, projectCreated(organization_id));
        expect(await verify(organization_id, sealAll)).to.include({ is_intact: true, fault: null });
      });
    }

    it('does not wait for a row that was written meanwhile', async () => {
      const { organization_id } = await chainOf(1);
      const longAgo = new Date(Date.now() - 60_000);
      const add = () => record({ ...unitOn(db), now: longAgo }, projectCreated(organization_id));
      await add();
      const pause = async (): Promise<void> => {
        await sealAll();
        await add();
      };
      expect(await verify(organization_id, pause)).to.include({ is_intact: true, fault: null });
    });

    it('finds the place of a removed row if the others were renumbered', async () => {
      const { organization_id, ids } = await chainOf(5);
      await tamper(
        db,
        ['DELETE FROM audit_log WHERE id = ?', ids[1]!],
        ['UPDATE audit_log SET sequence = sequence + 1000 WHERE organization_id = ? AND sequence > 2', organization_id],
        ['UPDATE audit_log SET sequence = sequence - 1001 WHERE organization_id = ? AND sequence > 2', organization_id],
        ['UPDATE audit_chains SET sequence = 4 WHERE organization_id = ?', organization_id],
      );
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'removed', sequence: 2, entry_id: null });
    });

    it('finds that the last rows were removed', async () => {
      const { organization_id, ids } = await chainOf(4);
      await tamper(db, ['DELETE FROM audit_log WHERE id IN (?, ?)', ids[2]!, ids[3]!]);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'removed', sequence: 3, entry_id: null });
    });

    it('finds that a whole chain was removed', async () => {
      const { organization_id } = await chainOf(2);
      await tamper(db, ['DELETE FROM audit_log WHERE organization_id = ?', organization_id]);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'removed', sequence: 1, entry_id: null });
    });

    it('finds a row that was appended', async () => {
      const { organization_id, ids } = await chainOf(3);
      const entry_id = await forge(db, ids[0]!, 4);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'inserted', sequence: 4, entry_id });
    });

    it('finds the first of several rows that were appended', async () => {
      const { organization_id, ids } = await chainOf(2);
      const entry_id = await forge(db, ids[0]!, 3);
      await forge(db, ids[0]!, 4);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'inserted', sequence: 3, entry_id });
    });

    it('finds a row that was inserted between two others', async () => {
      const { organization_id, ids } = await chainOf(5);
      await tamper(db, ...makeRoom(organization_id, 3));
      const entry_id = await forge(db, ids[0]!, 3);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'inserted', sequence: 3, entry_id });
    });

    it('finds a row that was inserted between two others with a valid hash', async () => {
      const { organization_id, ids } = await chainOf(5);
      await tamper(db, ...makeRoom(organization_id, 3));
      const entry_id = await forge(db, ids[0]!, 3);
      await rewrite(db, entry_id);
      expect(await faultOf(organization_id)).to.deep.equal({ kind: 'inserted', sequence: 3, entry_id });
    });

    it('finds a row that has waited too long for its seal', async () => {
      const { organization_id } = await chainOf(1);
      const longAgo = new Date(Date.now() - 60_000);
      await record({ ...unitOn(db), now: longAgo }, projectCreated(organization_id));
      const [entry_id] = await db.knex('audit_log').where({ organization_id, sequence: null }).pluck<string[]>('id');
      const fault = { kind: 'unsealed', sequence: null, entry_id };
      expect(await verify(organization_id)).to.deep.equal({ is_intact: false, checked: 1, fault });
    });

    it('gives a row ten seconds for its seal, and does not blame those of other chains', async () => {
      const { organization_id } = await chainOf(1);
      const unit = unitOn(db);
      const aged = (ageMs: number) => ({ ...unit, now: new Date(unit.now.getTime() - ageMs) });
      const at = { now: unit.now, pause: async (): Promise<void> => undefined };
      await record(aged(60_000), projectCreated());
      await record(aged(10_000), projectCreated(organization_id));
      expect(await verifyAuditChain(db, organization_id, at)).to.include({ is_intact: true, checked: 1 });
      await record(aged(10_001), projectCreated(organization_id));
      expect((await verifyAuditChain(db, organization_id, at)).fault).to.include({ kind: 'unsealed' });
    });
  });
});
