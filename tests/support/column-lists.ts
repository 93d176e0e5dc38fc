import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import ts from 'typescript';

// Reads every list of names from the source: in SQL, the columns after SELECT, RETURNING, INSERT, SET and AS; in
// TypeScript, the arrays of strings. A list counts as a list of a table's columns if it shares enough names with the
// table.

export interface NameList {
  /** `tasks.find SELECT`, or the name of the constant or function that contains the list. */
  readonly at: string;
  readonly file: string;
  readonly names: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    /** Whether the database provides a value if an INSERT does not name it. */
    readonly isGiven: boolean;
  }[];
}

interface TableList {
  readonly table: Table;
  readonly list: NameList;
  /** The table's columns that are not in the list. */
  readonly missing: readonly string[];
}

/** A list that shares at least this many names, and this share of the columns, with a table lists its columns. */
const COMMON_MIN = 5;
const COMMON_SHARE_MIN = 0.35;

/** Returns the tables, without generated columns. */
export async function columnsOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.table_name AS name,
            json_agg(json_build_object('name', c.column_name, 'isGiven', c.column_default IS NOT NULL)
                     ORDER BY c.ordinal_position) AS columns
       FROM information_schema.columns c
       JOIN pg_class ON pg_class.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
      WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' AND pg_class.relkind IN ('r', 'p')
        AND NOT pg_class.relispartition
      GROUP BY c.table_name ORDER BY c.table_name`,
  );
  return rows;
}

/** Returns the lists of columns, each with the table with which it shares most names. */
export function listsOf(tables: readonly Table[], lists: readonly NameList[]): TableList[] {
  return lists.flatMap((list) => {
    const candidates = tables.map((table) => {
      const common = table.columns.filter(({ name }) => list.names.includes(name)).length;
      return { table, common, share: common / table.columns.length };
    });
    const [best] = candidates.sort((a, b) => b.common - a.common || b.share - a.share);
    if (best === undefined || best.common < COMMON_MIN || best.share < COMMON_SHARE_MIN) return [];
    const isInsert = list.at.endsWith(' INSERT');
    const missing = best.table.columns.filter(
      ({ name, isGiven }) => !list.names.includes(name) && !(isInsert && isGiven),
    );
    return [{ table: best.table, list, missing: missing.map(({ name }) => name) }];
  });
}

/** Returns every list of `src` below `root`. */
export function readNameLists(root: string): NameList[] {
  return globSync('src/**/*.ts', { cwd: root })
    .sort()
    .flatMap((file) => readLists(file, readFileSync(join(root, file), 'utf8')));
}

function readLists(file: string, text: string): NameList[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: NameList[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node)) {
      found.push(
        ...sqlListsOf(textOf(node)).map(({ kind, names }) => ({ at: `${placeOf(node)} ${kind}`, file, names })),
      );
    }
    if (
      ts.isArrayLiteralExpression(node) &&
      !ts.isArrayLiteralExpression(node.parent) &&
      !ts.isSpreadElement(node.parent)
    ) {
      const names = textsIn(node).map(columnIn);
      if (names.length > 0) found.push({ at: placeOf(node), file, names });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** Returns a template without its substitutions. */
function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('?');
}

/** Returns the texts of a list, including those of lists that are spread into it. */
function textsIn(list: ts.ArrayLiteralExpression): string[] {
  return list.elements.flatMap((one) => {
    if (ts.isStringLiteralLike(one)) return [one.text];
    const inner = ts.isSpreadElement(one) ? one.expression : one;
    return ts.isArrayLiteralExpression(inner) ? textsIn(inner) : [];
  });
}

/** Returns the name of the prepared statement; otherwise of the function and the constant around the list. */
function placeOf(node: ts.Node): string {
  const names: string[] = [];
  for (let outer = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    const statement = ts.isObjectLiteralExpression(outer) ? statementNameOf(outer) : undefined;
    if (statement !== undefined) return statement;
    if (ts.isVariableDeclaration(outer) && ts.isIdentifier(outer.name)) names.unshift(outer.name.text);
    if (ts.isFunctionDeclaration(outer) && outer.name !== undefined) names.unshift(outer.name.text);
  }
  return names.join(' ');
}

function statementNameOf({ properties }: ts.ObjectLiteralExpression): string | undefined {
  const name = properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === 'name')?.initializer;
  return name !== undefined && ts.isStringLiteralLike(name) ? name.text : undefined;
}

interface SqlList {
  readonly kind: 'SELECT' | 'RETURNING' | 'SET' | 'INSERT' | 'AS';
  readonly names: readonly string[];
}

const ends = /^(FROM|WHERE|RETURNING|ON|ORDER|GROUP|LIMIT|FOR|UNION|VALUES|SELECT|JOIN)$/i;

/** Returns the lists of an SQL text, in their order. */
function sqlListsOf(text: string): SqlList[] {
  const tokens: readonly string[] = text.match(/'(?:[^']|'')*'|"[^"]*"|[\w$.]+|[(),]|[^\s\w(),]+/g) ?? [];
  const lists: SqlList[] = [];
  tokens.forEach((token, index) => {
    const word = token.toUpperCase();
    if (word === 'SELECT' || word === 'RETURNING' || word === 'SET') {
      lists.push({ kind: word, names: itemsFrom(tokens, index + 1).map((item) => nameOf(item, word)) });
    }
    if (word === 'INSERT' && tokens[index + 1]?.toUpperCase() === 'INTO') {
      lists.push({
        kind: 'INSERT',
        names: itemsFrom(tokens, tokens.indexOf('(', index) + 1).map((item) => item[0] ?? ''),
      });
    }
    if (word === 'AS' && tokens[index + 2] === '(') {
      lists.push({ kind: 'AS', names: itemsFrom(tokens, index + 3).map((item) => item[0] ?? '') });
    }
  });
  return lists;
}

/** Returns the items between the commas, until the list ends. */
function itemsFrom(tokens: readonly string[], start: number): string[][] {
  const items: string[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    if (depth === 0 && (token === ')' || ends.test(token))) break;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0 && token === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

/** Returns the name of an item: the column that is set, the alias, or the column itself. */
function nameOf(item: readonly string[], kind: string): string {
  const name = kind === 'SET' ? item[0] : item.at(-1);
  return columnIn(name ?? '');
}

/** `t.title AS heading` -> `heading`; `t.title` -> `title` */
function columnIn(text: string): string {
  return text.replace(/^.*\s/s, '').replace(/^.*\./, '');
}
