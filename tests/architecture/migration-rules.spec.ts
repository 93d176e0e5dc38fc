import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readMigrations } from '../../src/platform/migration-files.ts';
import { findMigrationFaults, migrationRules } from './migration-rules.ts';

const root = join(import.meta.dirname, '../..');
const upgrading = readFileSync(join(root, 'docs/UPGRADING.md'), 'utf8');
const contributing = readFileSync(join(root, 'docs/CONTRIBUTING.md'), 'utf8');

const released = `
  CREATE TYPE mood AS ENUM ('good', 'bad');
  CREATE TABLE people (id uuid PRIMARY KEY);
  CREATE TABLE dogs (id uuid PRIMARY KEY, name text DEFAULT 'Rex', CONSTRAINT dogs_named CHECK (name <> ''));
  CREATE UNIQUE INDEX dogs_name_key ON dogs (name);
  CREATE INDEX dogs_name_idx ON dogs (name);
  CREATE VIEW named_dogs AS SELECT id FROM dogs;
  CREATE FUNCTION bark(a text) RETURNS text LANGUAGE sql AS $$ SELECT a $$;
  CREATE TABLE puppies (id uuid PRIMARY KEY);
  ALTER TABLE puppies RENAME TO young_dogs;`;

/** What breaks each rule, in several spellings. */
const broken: Readonly<Record<string, readonly string[]>> = {
  'blocking-index': [
    'CREATE INDEX i ON dogs (id)',
    'CREATE UNIQUE INDEX IF NOT EXISTS i ON ONLY "public"."dogs" USING btree (id)',
    'create index on young_dogs (id)',
    'ALTER TABLE dogs ADD CONSTRAINT c UNIQUE (name)',
    'ALTER TABLE dogs ADD PRIMARY KEY (id)',
    'ALTER TABLE dogs ADD COLUMN tag text UNIQUE',
    'ALTER TABLE dogs ADD CONSTRAINT c EXCLUDE USING gist (name WITH =)',
    'REINDEX TABLE dogs',
  ],
  'table-rewrite': [
    'ALTER TABLE dogs ALTER COLUMN name TYPE varchar(20)',
    'alter table if exists only dogs alter name set data type citext',
    "ALTER TABLE dogs ADD COLUMN a text DEFAULT 'x', ALTER name TYPE jsonb USING name::jsonb",
    "ALTER TABLE dogs ADD COLUMN s tsvector GENERATED ALWAYS AS (to_tsvector('english', name)) STORED",
    'ALTER TABLE dogs ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY',
    'ALTER TABLE dogs ADD n bigserial',
    'ALTER TABLE dogs ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()',
    'ALTER TABLE dogs SET UNLOGGED',
    'VACUUM (FULL) dogs',
    'CLUSTER dogs USING dogs_name_idx',
  ],
  'required-column': [
    'ALTER TABLE dogs ADD COLUMN age integer NOT NULL',
    'ALTER TABLE dogs ADD age integer DEFAULT NULL NOT NULL',
    'ALTER TABLE dogs ALTER COLUMN name SET NOT NULL',
    `ALTER TABLE dogs ADD CONSTRAINT c CHECK (name IS NOT NULL) NOT VALID;
     ALTER TABLE dogs ALTER name SET NOT NULL`,
  ],
  'constraint-scan': [
    "ALTER TABLE dogs ADD CONSTRAINT c CHECK (name <> 'Tom')",
    'ALTER TABLE dogs ADD CHECK (true)',
    'ALTER TABLE dogs ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES people (id)',
    'ALTER TABLE dogs ADD COLUMN owner uuid REFERENCES people (id)',
    'ALTER TABLE dogs ADD COLUMN age integer CHECK (age > 0)',
    'ALTER TABLE dogs ADD CONSTRAINT c CHECK (true) NOT VALID; ALTER TABLE dogs VALIDATE CONSTRAINT c',
    'ALTER DOMAIN mail ADD CONSTRAINT c CHECK (true)',
  ],
  removal: [
    'DROP TABLE dogs',
    'DROP TABLE IF EXISTS unknown, dogs CASCADE',
    'ALTER TABLE dogs DROP COLUMN name',
    'ALTER TABLE dogs ADD COLUMN a text, DROP name',
    'ALTER TABLE dogs DROP CONSTRAINT IF EXISTS dogs_named',
    'ALTER TABLE dogs RENAME TO hounds',
    'ALTER TABLE dogs RENAME COLUMN name TO title',
    'ALTER TABLE dogs RENAME name TO title',
    'ALTER TABLE dogs RENAME CONSTRAINT dogs_named TO c',
    'ALTER TABLE dogs ALTER COLUMN name DROP DEFAULT',
    'ALTER TABLE dogs SET SCHEMA other',
    "ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'",
    'ALTER TYPE mood RENAME TO moods',
    'DROP TYPE mood',
    'DROP VIEW named_dogs',
    'DROP FUNCTION bark(text)',
    'DROP INDEX CONCURRENTLY dogs_name_key',
    'DROP SCHEMA public',
  ],
  'whole-table-change': [
    "UPDATE dogs SET name = 'Rex'",
    'update only public.dogs as d set name = p.id::text from people p where p.id = d.id',
    'DELETE FROM dogs',
    "DELETE FROM dogs WHERE name = 'limit 5'",
    'WITH gone AS (DELETE FROM dogs RETURNING id) INSERT INTO people SELECT id FROM gone',
    'MERGE INTO dogs USING people ON true WHEN MATCHED THEN DELETE',
    'TRUNCATE dogs',
  ],
  'explicit-lock': ['LOCK TABLE dogs', 'LOCK ONLY people, dogs IN SHARE MODE'],
  'hidden-statements': ['DO $$ BEGIN DELETE FROM dogs; END $$', 'CALL refill()', 'SELECT refill()'],
};

/** What no rule forbids. */
const harmless: readonly string[] = [
  'CREATE TABLE cats (id uuid PRIMARY KEY, n serial, dog uuid REFERENCES dogs (id)); CREATE INDEX i ON cats (id)',
  'CREATE TABLE cats (id uuid); UPDATE cats SET id = NULL; ALTER TABLE cats ALTER id SET NOT NULL; LOCK cats; DROP TABLE cats',
  '-- transaction: none\nDROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON dogs (id)',
  'DROP INDEX dogs_name_idx',
  "ALTER TABLE dogs ADD COLUMN a text NOT NULL DEFAULT 'a', ADD b timestamptz DEFAULT now(), ADD COLUMN c jsonb",
  'ALTER TABLE dogs ADD COLUMN a text; ALTER TABLE dogs DROP COLUMN a',
  'ALTER TABLE dogs ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES people (id) NOT VALID',
  '-- transaction: none\nALTER TABLE dogs ADD CONSTRAINT c CHECK (name IS NOT NULL) NOT VALID;\n' +
    'ALTER TABLE dogs VALIDATE CONSTRAINT c; ALTER TABLE dogs ALTER name SET NOT NULL',
  'ALTER TABLE dogs ADD CONSTRAINT c UNIQUE USING INDEX i',
  "ALTER TYPE mood ADD VALUE 'calm'",
  "UPDATE dogs SET name = 'Rex' WHERE id = '00000000-0000-0000-0000-000000000000'",
  'DELETE FROM dogs WHERE id IN (SELECT id FROM dogs ORDER BY id LIMIT 1000)',
  '-- DROP TABLE dogs;\nCREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM dogs $$',
  "INSERT INTO people (id) VALUES ('; DROP TABLE dogs;')",
];

function check(sql: string): string[] {
  const files = [
    { name: 'released.sql', sql: released },
    { name: 'new.sql', sql },
  ];
  return findMigrationFaults(files, new Set(['released.sql']));
}

describe('migrations that are not released', () => {
  it('do nothing that the last release cannot bear, or say why they may', async () => {
    const releases = JSON.parse(readFileSync(join(root, 'src/migrations/released.json'), 'utf8')) as readonly {
      readonly migrations: Readonly<Record<string, string>>;
    }[];
    const names = new Set(releases.flatMap(({ migrations }) => Object.keys(migrations)));
    expect(findMigrationFaults(await readMigrations(), names)).to.deep.equal([]);
  });

  it('have rules, each with planted faults and a place in the documents', () => {
    expect(Object.keys(broken)).to.deep.equal(Object.keys(migrationRules));
    const listed = [...upgrading.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, rule]) => rule);
    expect(listed).to.deep.equal(Object.keys(migrationRules));
    for (const rule of listed) expect(contributing).to.include(`\`${rule}\``);
  });

  for (const [rule, scripts] of Object.entries(broken)) {
    for (const sql of scripts) {
      it(`may break ${rule} only with a reason: ${sql.replace(/\s+/g, ' ')}`, () => {
        const found = check(sql);
        expect(found.map((fault) => fault.split(' ')[1])).to.include(rule);
        const allowed = check(`-- allow ${rule}: the table is empty in all installations.\n${sql}`);
        expect(allowed.filter((fault) => fault.includes(` ${rule} `))).to.deep.equal([]);
        expect(allowed).to.have.length(found.length - 1);
      });
    }
  }

  for (const sql of harmless) {
    it(`may do this: ${sql.replace(/\s+/g, ' ')}`, () => {
      expect(check(sql)).to.deep.equal([]);
    });
  }

  it('allow only rules that exist and that they break, with a reason of several words', () => {
    const lock = 'LOCK TABLE dogs';
    expect(check(`-- allow explicit-lock\n${lock}`)).to.deep.equal([
      'new.sql: the reason for explicit-lock says too little',
    ]);
    expect(check(`-- allow explicit-lock: it is ok\n${lock}`)).to.have.length(1);
    expect(check('-- allow removal: nobody has used this for years.\nCREATE TABLE a (b text)')).to.deep.equal([
      'new.sql: allows removal and does not break it',
    ]);
    expect(check('-- allow remval: nobody has used this for years.\nCREATE TABLE a (b text)')).to.deep.equal([
      'new.sql: no rule is remval',
    ]);
  });
});
