import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { statementLocks } from './locks.ts';
import { statementOrders } from './orders.ts';
import {
  isLocking,
  limitsUnordered,
  locksUnordered,
  readLocks,
  readOrders,
  readSqlTexts,
  readStatementNames,
  type SqlText,
  upsertsUnordered,
} from './sql-texts.ts';

const root = join(import.meta.dirname, '../..');

/** Statements that lock one row, selected by a unique index other than the primary key. */
const ofUniqueIndex: Readonly<Record<string, string>> = {
  'src/modules/milestones/milestone-import.repository.ts': 'milestones_name_key on (project_id, lower(name))',
};

/** Statements that may take arbitrary rows, with the reason. */
const ofAny: Readonly<Record<string, string>> = {
  'src/audit/seal.ts': 'any chains with unsealed rows: the next pass finds the others',
  'src/modules/organizations/deletion/deletion.repository.ts': 'all rows are deleted in the end',
};

describe('the SQL of the source', function () {
  // The first test that parses the source and prepares its statements also starts PostgreSQL.
  this.timeout(60_000);
  const texts = readSqlTexts(root);
  const fileOf = ({ at }: SqlText): string => at.replace(/:\d+$/, '');

  it('is found', () => {
    expect(texts.length).to.be.above(150);
    expect(texts.filter(isLocking).length).to.be.above(20);
  });

  it('locks several rows in an order', () => {
    const unordered = texts.filter(locksUnordered).filter((sql) => ofUniqueIndex[fileOf(sql)] === undefined);
    expect(unordered).to.deep.equal([]);
  });

  it('inserts or updates several rows in an order', () => {
    expect(texts.filter(({ text }) => /\bSELECT\b.*\bDO UPDATE\b/.test(text))).to.have.length.above(1);
    expect(texts.filter(upsertsUnordered)).to.deep.equal([]);
  });

  it('has no unused exception', () => {
    const locking = texts.filter(locksUnordered).map(fileOf);
    expect(Object.keys(ofUniqueIndex).filter((file) => !locking.includes(file))).to.deep.equal([]);
    const limiting = texts.filter(limitsUnordered).map(fileOf);
    expect(Object.keys(ofAny).filter((file) => !limiting.includes(file))).to.deep.equal([]);
  });

  it('locks by each statement what stands in locks.ts', () => {
    expect(readLocks(root)).to.deep.equal(statementLocks);
  });

  it('orders the rows of each statement as stands in orders.ts', () => {
    expect(readOrders(root)).to.deep.equal(statementOrders);
  });

  it('has a unique name for each prepared statement, because a connection keeps one text per name', () => {
    const names = readStatementNames(root);
    expect(names.length).to.be.above(150);
    const twice = names.filter(({ text }, index) => names.findIndex((one) => one.text === text) !== index);
    expect(twice).to.deep.equal([]);
  });

  it('limits rows in an order', () => {
    const unordered = texts.filter(limitsUnordered).filter((sql) => ofAny[fileOf(sql)] === undefined);
    expect(unordered).to.deep.equal([]);
  });

  describe('a planted violation is caught:', () => {
    const planted: Readonly<Record<string, readonly [source: string, rule: (sql: SqlText) => boolean]>> = {
      'several rows by their ids': [
        '{ text: `SELECT id FROM tasks WHERE id = ANY ($1)\n FOR NO KEY UPDATE` }',
        locksUnordered,
      ],
      'rows of a parent': ["'SELECT 1 FROM tasks WHERE project_id = $1 FOR UPDATE'", locksUnordered],
      'an order of something else': [
        '`SELECT id, (SELECT 1 ORDER BY 1) FROM labels WHERE id IN (SELECT 1) FOR KEY SHARE`',
        locksUnordered,
      ],
      'a join, of which one table is locked': [
        '`SELECT p.id FROM projects p JOIN tasks t ON t.project_id = p.id WHERE t.key = $1 FOR SHARE OF p`',
        locksUnordered,
      ],
      'a join, of which the other table has one row': [
        '`SELECT t.id FROM projects p JOIN tasks t ON t.project_id = p.id WHERE p.id = $1 FOR UPDATE OF t`',
        locksUnordered,
      ],
      'several rows within another statement': [
        '`WITH held AS (SELECT id FROM tasks WHERE milestone_id = $1 FOR UPDATE) SELECT id FROM held ORDER BY id`',
        locksUnordered,
      ],
      'a chain of a builder': ["db.knex('users').where('email', email).forUpdate().select('id')", locksUnordered],
      'some of a queue': ['`SELECT id FROM outbox LIMIT $1 FOR UPDATE SKIP LOCKED`', locksUnordered],
      'several rows that may be there already': [
        '`INSERT INTO counts AS c SELECT * FROM unnest($1::uuid[]) AS t (id)\n ON CONFLICT (id) DO UPDATE SET count = c.count + 1`',
        upsertsUnordered,
      ],
      'some rows': ['`SELECT id FROM tasks WHERE project_id = $1 LIMIT 50`', limitsUnordered],
    };

    for (const [what, [source, rule]] of Object.entries(planted)) {
      it(what, () => {
        const tree = mkdtempSync(join(tmpdir(), 'architect-sql-'));
        mkdirSync(join(tree, 'src'));
        writeFileSync(join(tree, 'src/planted.ts'), `export const planted = ${source};\n`);
        const found = readSqlTexts(tree).filter(rule);
        rmSync(tree, { recursive: true });
        expect(found.map(({ at }) => at)).to.deep.equal(['src/planted.ts:1']);
      });
    }
  });
});
