import { readReleased, type Released } from './released-schema.ts';
import { actionsOf, plainStatementsOf } from './plain-sql.ts';

// What a migration must not do while the last release serves from the same database, unless its file says why it may:
// a line `-- allow <rule>: <reason>`. docs/UPGRADING.md explains the rules.

interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** What is known when a statement runs. */
interface Situation {
  readonly released: Released;
  /** The plain statements before this one, in this file and in the files before it. */
  readonly earlier: readonly string[];
  /** Those of this file, if it runs in one transaction. */
  readonly sameTransaction: readonly string[];
}

type Test = (statement: string, situation: Situation) => boolean;

const CREATE_INDEX = /^create (?:unique )?index (?!concurrently ).*?\bon (?<table>\w+)/;
const ALTER_TABLE = /^alter table (?<table>\w+) /;
/** A default of these differs from row to row. */
const VOLATILE = /\bdefault\b.*\b(?:gen_random_uuid|uuid_generate_\w+|random|clock_timestamp|timeofday|nextval)\s*\(/;
const FILLED = /\bdefault\b(?! null\b)|\bgenerated\b|\b(?:small|big)?serial\b/;
const TABLE_OPTION = /^set (?:logged|unlogged|tablespace|access method)\b/;
const COLUMN = /^add (?:column )?(?!constraint\b|check\b|foreign\b|primary\b|unique\b|exclude\b)(?<column>\w+) /;

/** The rules by name. Each returns whether a statement breaks it. */
export const migrationRules: Readonly<Record<string, Test>> = {
  'blocking-index': (statement, { released }) => {
    if (/^reindex (?!.*\bconcurrently\b)/.test(statement)) return true;
    if (released.hasTable(CREATE_INDEX.exec(statement)?.groups?.['table'])) return true;
    return onReleased(statement, released, (action) => {
      if (/^add (?:constraint \w+ )?(?:primary key|unique)\b(?! using index)/.test(action)) return true;
      return (
        /^add (?:constraint \w+ )?exclude\b/.test(action) ||
        (COLUMN.test(action) && /\bunique\b|\bprimary key\b/.test(action))
      );
    });
  },
  'table-rewrite': (statement, { released }) => {
    if (/^(?:cluster\b|vacuum .*\bfull\b)/.test(statement)) return true;
    if (/^alter type \w+ .*\b(?:alter|drop) attribute\b/.test(statement)) return true;
    return onReleased(statement, released, (action) => {
      if (/^alter (?:column )?\w+ (?:(?:set data )?type|set expression)\b/.test(action) || TABLE_OPTION.test(action))
        return true;
      if (!COLUMN.test(action)) return false;
      return /\bstored\b|\bas identity\b|\b(?:small|big)?serial\b/.test(action) || VOLATILE.test(action);
    });
  },
  'required-column': (statement, { released, earlier }) =>
    onReleased(statement, released, (action, table) => {
      if (COLUMN.test(action)) return /\bnot null\b/.test(action) && !FILLED.test(action);
      const [, column] = /^alter (?:column )?(\w+) set not null$/.exec(action) ?? [];
      return column !== undefined && !isChecked(earlier, table, column);
    }),
  'constraint-scan': (statement, { released, sameTransaction }) => {
    if (/^alter domain .* add .*\bcheck\b(?!.*\bnot valid\b)/.test(statement)) return true;
    return onReleased(statement, released, (action) => {
      if (/^add (?:constraint \w+ )?(?:check|foreign key)\b/.test(action)) return !/\bnot valid$/.test(action);
      if (COLUMN.test(action)) return /\bcheck\b|\breferences\b/.test(action);
      const [, name] = /^validate constraint (\w+)/.exec(action) ?? [];
      return name !== undefined && sameTransaction.some((one) => one.includes(`add constraint ${name} `));
    });
  },
  removal: (statement, { released }) => {
    const [, kind = '', names = ''] = /^drop (\w+(?: view)?) (?:concurrently )?(.*?)(?: on .*)?$/.exec(statement) ?? [];
    if (kind === 'schema' || kind === 'owned') return true;
    if (kind === 'index') return names.split(/, ?| /).some((name) => released.hasUniqueIndex(name));
    if (kind !== '') return names.split(/, ?| /).some((name) => released.hasObject(name.replace(/\(.*$/s, '')));
    const [, object] = /^alter (?!table\b|index\b)(?:materialized )?\w+ (\w+) .*\brename\b/.exec(statement) ?? [];
    if (released.hasObject(object)) return true;
    return onReleased(statement, released, (action, table) => {
      if (/^rename to\b|^rename constraint\b|^set schema\b/.test(action)) return true;
      const [, part] =
        /^drop (?:column |constraint )?(\w+)/.exec(action) ??
        /^rename (?:column )?(\w+) to\b/.exec(action) ??
        /^alter (?:column )?(\w+) drop (?:default|identity|expression)\b/.exec(action) ??
        [];
      return part !== undefined && released.hasPart(table, part);
    });
  },
  'whole-table-change': (statement, { released }) => {
    if (/^truncate\b/.test(statement)) return true;
    const changes = statement.matchAll(/(?:^|\( ?|\) )(?:update|delete from|merge into) (\w+)/g);
    const isBounded = /\blimit \d+|\bwhere (?:\w+\.)?id = ''/.test(statement);
    return !isBounded && [...changes].some(([, table]) => released.hasTable(table));
  },
  'explicit-lock': (statement, { released }) =>
    /^lock (?:table )?/.test(statement) && [...statement.matchAll(/\w+/g)].some(([name]) => released.hasTable(name)),
  'hidden-statements': (statement) => /^(?:do|call|execute|select)\b/.test(statement),
};

function onReleased(statement: string, released: Released, test: (action: string, table: string) => boolean): boolean {
  const table = ALTER_TABLE.exec(statement)?.groups?.['table'];
  if (table === undefined || !released.hasTable(table)) return false;
  return actionsOf(statement.replace(ALTER_TABLE, '')).some((action) => test(action, table));
}

/** Whether a validated check makes PostgreSQL skip the scan of SET NOT NULL. */
function isChecked(earlier: readonly string[], table: string, column: string): boolean {
  const check = new RegExp(`^alter table ${table} .*add constraint (\\w+) check ?\\( ?${column} is not null ?\\)`);
  const names = earlier.flatMap((statement) => check.exec(statement)?.[1] ?? []);
  return names.some((name) => earlier.some((one) => one === `alter table ${table} validate constraint ${name}`));
}

const REASON_WORDS_MIN = 5;
const allowance = /^-- allow (?<rule>[\w-]+)(?:: (?<reason>.*(?:\n-- {3}.*)*))?$/gm;

/**
 * Checks the migrations that are not released.
 * @param files all migrations, in the order in which they run
 * @param releasedNames those that a release has
 * @returns one line per fault
 */
export function findMigrationFaults(files: readonly Migration[], releasedNames: ReadonlySet<string>): string[] {
  const released = readReleased(files.filter(({ name }) => releasedNames.has(name)).map(({ sql }) => sql));
  const earlier: string[] = [];
  const faults: string[] = [];
  for (const { name, sql } of files) {
    const statements = plainStatementsOf(sql);
    if (!releasedNames.has(name)) {
      const broken = new Map<string, string>();
      const isTransactional = !/^-- transaction: none$/m.test(sql);
      for (const [index, statement] of statements.entries()) {
        const sameTransaction = isTransactional ? statements.slice(0, index) : [];
        const situation = { released, earlier: [...earlier, ...statements.slice(0, index)], sameTransaction };
        for (const [rule, isBroken] of Object.entries(migrationRules))
          if (!broken.has(rule) && isBroken(statement, situation)) broken.set(rule, statement.slice(0, 100));
        released.follow(statement);
      }
      faults.push(...compare(sql, broken).map((fault) => `${name}: ${fault}`));
    }
    earlier.push(...statements);
  }
  return faults;
}

/** Compares the rules that a file breaks with those that it allows itself. */
function compare(sql: string, broken: ReadonlyMap<string, string>): string[] {
  const allowed = new Map(
    [...sql.matchAll(allowance)].map(({ groups }) => [groups!['rule']!, groups!['reason'] ?? '']),
  );
  const unexplained = [...broken].filter(([rule]) => !allowed.has(rule));
  const unneeded = [...allowed.keys()].filter((rule) => !broken.has(rule));
  const short = [...allowed].filter(([, reason]) => reason.split(/\s+/).length < REASON_WORDS_MIN);
  return [
    ...unexplained.map(([rule, statement]) => `${rule} without a line "-- allow ${rule}: <reason>": ${statement}`),
    ...unneeded.map((rule) => (rule in migrationRules ? `allows ${rule} and does not break it` : `no rule is ${rule}`)),
    ...short.map(([rule]) => `the reason for ${rule} says too little`),
  ];
}
