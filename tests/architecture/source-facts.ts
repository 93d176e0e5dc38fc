import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// Reads literals from the syntax trees of the source, to be compared with the contract.

const root = join(import.meta.dirname, '../..');

export interface Literal {
  readonly value: string;
  /** `src/modules/tasks/tasks.service.ts:41` */
  readonly at: string;
}

export interface SourceFacts {
  /** `problems.<code>` and `new AppError('<code>', <status>)`. */
  readonly problems: readonly (Literal & { readonly status?: number })[];
  /** `audit:` and `event:` of record() calls. */
  readonly audits: readonly Literal[];
  readonly events: readonly Literal[];
  /** record() calls whose names are not literals. */
  readonly unreadable: readonly string[];
}

interface Found {
  problems: (Literal & { status?: number })[];
  audits: Literal[];
  events: Literal[];
  unreadable: string[];
}

/** Returns the string literals of an expression: the expression itself, or the branches of a conditional. */
function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression);
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression)) return literalsOf(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)];
  }
  return [];
}

function readFactory(node: ts.Node, at: string, found: Found): void {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'problems') {
    found.problems.push({ value: node.name.text, at });
  }
}

function readError(node: ts.Node, at: string, found: Found): void {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'AppError') {
    const [code, status] = node.arguments ?? [];
    if (code === undefined) return;
    for (const value of literalsOf(code)) {
      found.problems.push({
        value,
        at,
        ...(status && ts.isNumericLiteral(status) ? { status: Number(status.text) } : {}),
      });
    }
  }
}

/** The names are in the call, or in a table of the same file that is spread into it. */
function readNames(node: ts.Node, at: string, found: Found): void {
  if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name)) return;
  const { text } = node.name;
  if (text !== 'audit' && text !== 'event') return;
  const names = literalsOf(node.initializer).map((value) => ({ value, at }));
  (text === 'audit' ? found.audits : found.events).push(...names);
}

/** Returns whether a function of the same file creates the change; then readNames() finds the names there. */
function isCreatedHere(change: ts.Expression, source: ts.SourceFile): boolean {
  if (!ts.isCallExpression(change) || !ts.isIdentifier(change.expression)) return false;
  const { text } = change.expression;
  return source.statements.some((one) => ts.isFunctionDeclaration(one) && one.name?.text === text);
}

function readRecord(node: ts.Node, at: string, found: Found): void {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'record') return;
  const change = node.arguments[1];
  if (change !== undefined && isCreatedHere(change, node.getSourceFile())) return;
  const properties = change !== undefined && ts.isObjectLiteralExpression(change) ? change.properties : [];
  const isNamed = properties.some((property) => {
    if (ts.isSpreadAssignment(property)) return true;
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return false;
    return /^(audit|event)$/.test(property.name.text) && literalsOf(property.initializer).length > 0;
  });
  if (!isNamed) found.unreadable.push(at);
}

/** Reads every file of `src`. */
export function readSourceFacts(): SourceFacts {
  const found: Found = { problems: [], audits: [], events: [], unreadable: [] };
  for (const file of globSync('src/**/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    // Other files may use these names for something else.
    const hasFactories = /from '[./]+\/generated\/problems\.ts'/.test(text);
    const isRecording = /from '[./]+\/outbox\/record(-all)?\.ts'/.test(text);
    const visit = (node: ts.Node): void => {
      const at = `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
      if (hasFactories) readFactory(node, at, found);
      readError(node, at, found);
      if (isRecording) {
        readNames(node, at, found);
        readRecord(node, at, found);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
