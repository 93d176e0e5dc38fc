import { expect } from 'chai';
import pg from 'pg';
import { createScratchDatabase, type ScratchDatabase } from '../../support/database.ts';

// PostgreSQL makes no index for the side of a foreign key that refers: deleting a user, a project or an organization
// would read every row of each such table.

interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Those that refer to the primary key of the other table; the others only keep both rows in one organization. */
  readonly deciding: readonly string[];
}

/** By table: of each index its columns in order, as far as they are plain columns. */
type Indexes = ReadonlyMap<string, readonly (readonly string[])[]>;

const foreignKeys = `
  SELECT k.conname AS name, k.conrelid::regclass::text AS table,
         (SELECT json_agg(a.attname ORDER BY place) FROM unnest(k.conkey) WITH ORDINALITY AS c (number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number) AS columns,
         (SELECT json_agg(a.attname) FROM unnest(k.conkey, k.confkey) AS c (number, target)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number
            JOIN pg_index p ON p.indrelid = k.confrelid AND p.indisprimary AND c.target = ANY (p.indkey)) AS deciding
    FROM pg_constraint k
   WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0`;

// A partial index serves where its condition is only that the column is not null: what refers to a row is not.
const indexes = `
  SELECT i.indrelid::regclass::text AS table,
         (SELECT json_agg(coalesce(a.attname, '') ORDER BY place) FROM unnest(i.indkey) WITH ORDINALITY AS c (number, place)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = c.number) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = 'public'::regnamespace AND i.indisvalid
     AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')`;

// As the deletion of an organization finds them (deletion.repository.ts).
const tenantTables = `
  SELECT c.oid::regclass::text AS table FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
   WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
     AND NOT EXISTS (SELECT FROM pg_constraint o
                      WHERE o.conrelid = c.oid AND o.confrelid = 'organizations'::regclass AND o.confdeltype = 'n')`;

/** Tables in which there is next to nothing at any time. */
const nearlyEmpty: Readonly<Record<string, string>> = {
  outbox: 'a row lives until the relay has handed it over',
  outbox_dead: 'only what could not be handed over, until somebody has looked at it',
};

describe('indexes', () => {
  let scratch: ScratchDatabase;
  let client: pg.Client;
  let byTable: Indexes;

  before(async () => {
    scratch = await createScratchDatabase();
    client = new pg.Client({ connectionString: scratch.url });
    await client.connect();
    const { rows } = await client.query<{ table: string; columns: string[] }>(indexes);
    byTable = new Map(
      rows.map(({ table }) => [table, rows.filter((row) => row.table === table).map((row) => row.columns)]),
    );
  });
  after(async () => {
    await client.end();
    await scratch.drop();
  });

  /** Whether an index leads to the rows that refer to one: it begins with columns of the key, among them all that decide. */
  function serves(index: readonly string[], { columns, deciding }: ForeignKey): boolean {
    const end = index.findIndex((column) => !columns.includes(column));
    const leading = end === -1 ? index : index.slice(0, end);
    return deciding.every((column) => leading.includes(column));
  }

  it('every foreign key has one on the side that refers', async () => {
    const { rows } = await client.query<ForeignKey>(foreignKeys);
    expect(rows.length).to.be.above(30);
    const without = rows.filter((key) => !(byTable.get(key.table) ?? []).some((index) => serves(index, key)));
    expect(without.map(({ table, name }) => `${table}: ${name}`)).to.deep.equal([]);
  });

  it('every table that belongs to organizations has one that begins with the organization', async () => {
    const { rows } = await client.query<{ table: string }>(tenantTables);
    expect(rows.length).to.be.above(15);
    const without = rows.filter(
      ({ table }) => !(byTable.get(table) ?? []).some(([first]) => first === 'organization_id'),
    );
    expect(without.map(({ table }) => table)).to.have.members(Object.keys(nearlyEmpty));
  });
});
