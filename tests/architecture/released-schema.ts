import { actionsOf, plainStatementsOf } from './plain-sql.ts';

/** What the last release may use of a database: names of what its migrations created. */
export interface Released {
  hasTable(name: string | undefined): boolean;
  /** A table, view, type, function, trigger or another object with a name of its own. */
  hasObject(name: string | undefined): boolean;
  /** Unique indexes have a meaning for the program: ON CONFLICT names their columns. */
  hasUniqueIndex(name: string | undefined): boolean;
  /** A column or a constraint of a table that a later migration did not add. */
  hasPart(table: string, name: string): boolean;
  /** Learns what a later migration adds and renames. */
  follow(statement: string): void;
}

const CREATED =
  /^create (?:or replace )?(?:unlogged |unique |materialized |foreign |constraint )?(?<kind>\w+) (?:concurrently )?(?<name>\w+)/;
const UNIQUE_INDEX = /^create unique index (?:concurrently )?(?<name>\w+) on /;

export function readReleased(scripts: readonly string[]): Released {
  const tables = new Set<string>();
  const objects = new Set<string>();
  const unique = new Set<string>();
  const added = new Set<string>();
  for (const statement of scripts.flatMap(plainStatementsOf)) {
    const { kind = '', name = '' } = CREATED.exec(statement)?.groups ?? {};
    if (kind === 'table') tables.add(name);
    else if (!kind.startsWith('temp')) objects.add(name);
    const index = UNIQUE_INDEX.exec(statement)?.groups?.['name'];
    if (index !== undefined) unique.add(index);
    followRename(statement);
  }
  function followRename(statement: string): void {
    const [, table, newName] = /^alter table (\w+) rename to (\w+)$/.exec(statement) ?? [];
    if (table !== undefined && newName !== undefined && tables.has(table)) tables.add(newName);
  }
  return {
    hasTable: (name) => name !== undefined && tables.has(name),
    hasObject: (name) => name !== undefined && (tables.has(name) || objects.has(name)),
    hasUniqueIndex: (name) => name !== undefined && unique.has(name),
    hasPart: (table, name) => tables.has(table) && !added.has(`${table}.${name}`),
    follow: (statement) => {
      followRename(statement);
      const [, table, actions = ''] = /^alter table (\w+) (.*)$/.exec(statement) ?? [];
      for (const action of actionsOf(actions)) {
        const [, part] = /^add (?:constraint |column )?(\w+)/.exec(action) ?? [];
        if (part !== undefined) added.add(`${table}.${part}`);
      }
    },
  };
}
