// Which locks the statements of a migration take, from PostgreSQL's documentation of explicit locking. What a function
// or a DO block does is not known. A test compares the result with the locks that PostgreSQL really takes.

/** Table locks that keep others waiting, from the weakest to the strongest. */
const modes = ['ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE', 'ACCESS EXCLUSIVE'] as const;
type LockMode = (typeof modes)[number];

/** What waits while a table is locked so. */
export const blockedBy: Readonly<Record<LockMode, string>> = {
  'ROW EXCLUSIVE': 'changes of the same rows wait',
  'SHARE UPDATE EXCLUSIVE': 'reads and writes go on',
  SHARE: 'writes wait',
  'SHARE ROW EXCLUSIVE': 'writes wait',
  'ACCESS EXCLUSIVE': 'reads and writes wait',
};

interface Rule {
  readonly pattern: RegExp;
  readonly mode: LockMode;
}

// The first rule that fits a statement counts. The group `table` is what is locked.
const rules: readonly Rule[] = [
  { pattern: /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY .*? ON (?<table>\w+)/, mode: 'SHARE UPDATE EXCLUSIVE' },
  { pattern: /^CREATE (?:UNIQUE )?INDEX .*?\bON (?:ONLY )?(?<table>\w+)/, mode: 'SHARE' },
  { pattern: /^CREATE STATISTICS .*? FROM (?<table>\w+)/, mode: 'SHARE UPDATE EXCLUSIVE' },
  { pattern: /^ALTER TABLE (?<table>\w+) VALIDATE CONSTRAINT \w+$/, mode: 'SHARE UPDATE EXCLUSIVE' },
  {
    pattern: /^ALTER TABLE (?<table>\w+) ADD CONSTRAINT \w+ FOREIGN KEY (?!.*, (?:ADD|ALTER|DROP) )/,
    mode: 'SHARE ROW EXCLUSIVE',
  },
  { pattern: /^(?:ALTER|DROP) TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>\w+)/, mode: 'ACCESS EXCLUSIVE' },
  { pattern: /^CREATE TABLE .* PARTITION OF (?<table>\w+)/, mode: 'ACCESS EXCLUSIVE' },
  { pattern: /^CREATE (?:OR REPLACE )?TRIGGER .*? ON (?<table>\w+)/, mode: 'SHARE ROW EXCLUSIVE' },
  { pattern: /^(?:UPDATE|INSERT INTO|DELETE FROM) (?<table>\w+)/, mode: 'ROW EXCLUSIVE' },
];

/**
 * Returns the strongest lock that a migration takes on each table that exists before it.
 * @param indexes the table of each index by its name, because DROP INDEX does not name the table
 */
export function locksOf(sql: string, indexes: ReadonlyMap<string, string> = new Map()): Map<string, LockMode> {
  const locks = new Map<string, LockMode>();
  const created = new Set<string>();
  const formerNames = new Map<string, string>();
  const lock = (name: string | undefined, mode: LockMode): void => {
    if (name === undefined || created.has(name)) return;
    const table = formerNames.get(name) ?? name;
    const known = locks.get(table);
    if (known === undefined || modes.indexOf(mode) > modes.indexOf(known)) locks.set(table, mode);
  };
  for (const statement of statementsOf(sql)) {
    const rule = rules.find(({ pattern }) => pattern.test(statement));
    if (rule !== undefined) lock(rule.pattern.exec(statement)?.groups?.['table'], rule.mode);
    const { groups: locked } = /^LOCK TABLE (?<tables>[\w, ]+?) IN (?<mode>[A-Z ]+) MODE$/.exec(statement) ?? {};
    const mode = modes.find((one) => one === locked?.['mode']);
    for (const table of locked?.['tables']?.split(', ') ?? []) if (mode !== undefined) lock(table, mode);
    const [, gently, dropped] = /^DROP INDEX (CONCURRENTLY )?(?:IF EXISTS )?(\w+)/.exec(statement) ?? [];
    if (dropped !== undefined)
      lock(indexes.get(dropped), gently === undefined ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE');
    const [, table] = /^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/.exec(statement) ?? [];
    if (table !== undefined) created.add(table);
    const [, former, renamed] = /^ALTER TABLE (\w+) RENAME TO (\w+)$/.exec(statement) ?? [];
    if (former !== undefined && renamed !== undefined) formerNames.set(renamed, former);
    if (!/^(?:CREATE|ALTER) TABLE/.test(statement)) continue;
    for (const [, referenced] of statement.matchAll(/ REFERENCES (\w+)/g)) lock(referenced, 'SHARE ROW EXCLUSIVE');
  }
  return locks;
}

/** Splits a script into statements on one line each, without comments and with empty texts. */
function statementsOf(sql: string): string[] {
  const statements = [''];
  for (const [token] of sql.matchAll(/--[^\n]*|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|[^;'$-]+|[\s\S]/g)) {
    if (token === ';') statements.push('');
    else if (!token.startsWith('--')) statements.push(`${statements.pop() ?? ''}${/^['$]/.test(token) ? "''" : token}`);
  }
  return statements.map((statement) => statement.replace(/\s+/g, ' ').trim()).filter((statement) => statement !== '');
}
