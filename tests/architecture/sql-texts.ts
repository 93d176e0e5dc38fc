import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// Reads the SQL statements from the syntax trees of the source, and checks rules that hold for every statement.

export interface SqlText {
  /** Without line breaks. */
  readonly text: string;
  /** `src/modules/tasks/tasks.repository.ts:28` */
  readonly at: string;
}

const sqlPattern = /^\s*(?:SELECT|WITH|INSERT INTO|UPDATE|DELETE FROM)\s/;
/** knex's methods that lock rows. Their queries have no SQL text in the source. */
const builderLocks = new Set(['forUpdate', 'forNoKeyUpdate', 'forShare', 'forKeyShare']);

/** Returns every SQL text below `root`/src, and every chain of a query builder that locks rows. */
export function readSqlTexts(root: string): SqlText[] {
  return readNodes(root, textOf);
}

/** Returns the names of prepared statements: of every object with a `name` and a `text` that is SQL. */
export function readStatementNames(root: string): SqlText[] {
  return readNodes(root, nameOf);
}

/**
 * What each statement locks, by the name under which it is prepared, else by its file: the clause of its rows, or the
 * function of an advisory lock with the text that its key begins with.
 */
export function readLocks(root: string): Readonly<Record<string, readonly string[]>> {
  return readClauses(root, (text) => lockIn(text) ?? []);
}

/** By what each statement orders rows, by its name or file. */
export function readOrders(root: string): Readonly<Record<string, readonly string[]>> {
  return readClauses(root, (text) =>
    text
      .split(/\bORDER BY /)
      .slice(1)
      .map(clauseAt),
  );
}

/** Returns the beginning of a text, as far as the clause that it begins with goes. */
function clauseAt(text: string): string {
  const ends = /[()]| (?:LIMIT|OFFSET|FOR|ON CONFLICT|RETURNING|UNION)\b/g;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(ends)) {
    if (found === '(') depth += 1;
    else if (depth === 0) return text.slice(0, index).trim();
    else if (found === ')') depth -= 1;
  }
  return text;
}

/** What is found in each statement, by the name under which it is prepared, else by its file. */
function readClauses(
  root: string,
  find: (text: string) => string | readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const named = readNodes(root, (node) => {
    const text = statementOf(node)?.text;
    return text === undefined ? undefined : `${statementOf(node)?.name ?? ''} ${text}`;
  });
  const prepared = named.map(({ text }): readonly [string, string] => {
    const [name = ''] = text.split(' ', 1);
    return [name, text.slice(name.length + 1)];
  });
  const texts = new Set(prepared.map(([, text]) => text));
  const others = readSqlTexts(root)
    .filter(({ text }) => !texts.has(text))
    .map(({ at, text }): readonly [string, string] => [at.replace(/:\d+$/, ''), text]);
  const found = [...prepared, ...others].flatMap(([statement, text]) =>
    [find(text)].flat().map((clause) => [statement, clause] as const),
  );
  const clauses = Map.groupBy(found, ([statement]) => statement);
  return Object.fromEntries([...clauses].map(([statement, list]) => [statement, list.map(([, clause]) => clause)]));
}

function lockIn(text: string): string | undefined {
  const builder = builderPattern.exec(text)?.[0];
  const rows = /FOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b(?: OF \w+)?(?: SKIP LOCKED| NOWAIT)?/.exec(text)?.[0];
  const advisory = /pg_\w*advisory\w*\((?:hashtextextended\('[^']*')?/.exec(text)?.[0];
  return builder?.slice(1, -1) ?? rows ?? advisory;
}

function readNodes(root: string, read: (node: ts.Node) => string | undefined): SqlText[] {
  return globSync('src/**/*.ts', { cwd: root })
    .sort()
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
      const found: SqlText[] = [];
      const visit = (node: ts.Node): void => {
        const text = read(node);
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        if (text !== undefined) found.push({ text: text.replaceAll(/\s+/g, ' ').trim(), at: `${file}:${line}` });
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) && sqlPattern.test(node.text)) return node.text;
  if (ts.isTemplateExpression(node) && sqlPattern.test(node.head.text)) return node.getText().slice(1, -1);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (!builderLocks.has(node.expression.name.text)) return undefined;
  // The whole chain, including calls after the lock.
  let chain: ts.Node = node;
  while (ts.isPropertyAccessExpression(chain.parent) || ts.isCallExpression(chain.parent)) chain = chain.parent;
  return chain.getText();
}

function nameOf(node: ts.Node): string | undefined {
  return statementOf(node)?.name;
}

/** An object with a `name` and a `text` that is SQL. */
function statementOf(node: ts.Node): { readonly name: string; readonly text: string } | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const values = new Map(
    node.properties.flatMap((one) =>
      ts.isPropertyAssignment(one) && ts.isStringLiteralLike(one.initializer)
        ? [[one.name.getText(), one.initializer.text] as const]
        : [],
    ),
  );
  const [name, text = ''] = [values.get('name'), values.get('text')];
  return name !== undefined && sqlPattern.test(text) ? { name, text: text.replaceAll(/\s+/g, ' ').trim() } : undefined;
}

const lockPattern = /FOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b(?: OF (?<table>\w+))?/;
const builderPattern = /\.for(?:Update|NoKeyUpdate|Share|KeyShare)\(/;

/** Returns whether the statement locks rows. */
export function isLocking({ text }: SqlText): boolean {
  return lockPattern.test(text) || builderPattern.test(text);
}

/** Returns whether the statement locks several rows in no order: two such statements can deadlock. */
export function locksUnordered({ text }: SqlText): boolean {
  if (builderPattern.test(text)) return !/\.first\b|\.orderBy\(/.test(text);
  return levelsOf(text).some((level) => {
    const lock = lockPattern.exec(level);
    if (lock === null || /\bORDER BY\b/.test(level.slice(0, lock.index))) return false;
    const table = lock.groups?.['table'];
    // A condition on the primary key of the locked table selects at most one row, and some tables have no other.
    if (/\bWHERE is_only\b/.test(level)) return false;
    return !new RegExp(table === undefined ? '(?<![.\\w])id = \\$\\d' : `\\b${table}\\.id = \\$\\d`).test(level);
  });
}

/** Returns whether the statement limits rows without an order, so that it returns arbitrary ones. */
export function limitsUnordered({ text }: SqlText): boolean {
  return levelsOf(text).some((level) => {
    const limit = /\bLIMIT (?!1\b)/.exec(level);
    return limit !== null && !/\bORDER BY\b/.test(level.slice(0, limit.index));
  });
}

/** Returns whether the statement inserts or updates several rows in no order: two such statements can deadlock. */
export function upsertsUnordered({ text }: SqlText): boolean {
  const conflict = /^INSERT INTO .*\bSELECT\b.*\bON CONFLICT\b.*\bDO UPDATE\b/.test(text);
  return conflict && !/\bORDER BY\b.*\bON CONFLICT\b/.test(text);
}

/** Returns the statement and each parenthesised part, each without the parenthesised parts inside it. */
function levelsOf(text: string): string[] {
  const inner: string[] = [];
  let rest = text;
  for (;;) {
    const shorter = rest.replaceAll(/\(([^()]*)\)/g, (_whole, level: string) => {
      inner.push(level);
      return ' ';
    });
    if (shorter === rest) return [...inner, rest];
    rest = shorter;
  }
}
