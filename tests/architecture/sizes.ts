import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const FILE_LINES_MAX = 300;
export const FUNCTION_LINES_MAX = 50;

/** A file or function that exceeds its limit. */
interface Oversized {
  /** `src/platform/crypto.ts`; for a function `src/platform/crypto.ts:12` */
  readonly at: string;
  readonly lines: number;
}

/** Returns every file and function of the source and the tests that is too long. Blank lines and comments count. */
export function findOversized(root: string): Oversized[] {
  const files = globSync('{src,tests}/**/*.{ts,js,css,sql,py}', { cwd: root }).sort();
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.trimEnd().split('\n').length;
    const functions = /\.[jt]s$/.test(file) ? oversizedFunctions(file, text) : [];
    return lines > FILE_LINES_MAX ? [{ at: file, lines }, ...functions] : functions;
  });
}

function oversizedFunctions(file: string, text: string): Oversized[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const found: Oversized[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !isGroupOfTests(node)) {
      const first = lineOf(node.getStart(source));
      const lines = lineOf(node.end) - first + 1;
      if (lines > FUNCTION_LINES_MAX) found.push({ at: `${file}:${first}`, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The limit for functions does not apply to the argument of `describe`, which is only a list of tests. */
function isGroupOfTests({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === 'describe';
}
