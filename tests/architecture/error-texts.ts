import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** The functions that make an error of the command line, and the place of the problem among their arguments. */
const makers: Readonly<Record<string, number>> = { ForeseenError: 0, UsageError: 0, refusal: 0, refuse: 1 };

/**
 * Reads from the source what a process says when it does not start, or when a command fails.
 * @returns each text up to its remedy, with `…` for what is only known at run time
 */
export function readErrorTexts(files: readonly string[]): string[] {
  return [...new Set(files.flatMap((file) => textsIn(readFileSync(join(root, file), 'utf8'))))];
}

/** The source of what operators start. `import` is a command of users, and explains itself to them. */
export function operatorSources(): string[] {
  return globSync('src/**/*.ts', { cwd: root }).filter(
    (file) => !/^src\/(?:client|contract|documents|http|modules)\/|^src\/commands\/import/.test(file),
  );
}

/**
 * @returns the texts of one file
 * @throws Error with the argument of a maker that cannot be read: its text would be missing without notice
 */
export function textsIn(source: string): string[] {
  const texts: string[] = [];
  const constants = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const known = textsOf(node.initializer, constants);
      if (known !== undefined) constants.set(node.name.text, known);
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const argument = node.arguments?.[makers[nameOf(node.expression)] ?? -1];
      const found = argument === undefined ? [] : textsOf(argument, constants);
      if (found === undefined) throw new Error(`the text of ${node.getText()} cannot be read from the source`);
      // A text that consists of others was made elsewhere.
      const own = found.filter((text) => !/^(?:\w+: )?…(?:: …)*$/.test(text));
      texts.push(...own.map((text) => text.replace(/:(?: .*)?$/s, '')));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));
  return texts;
}

function nameOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** @returns what an expression can say, or nothing if it is not made of texts */
function textsOf(
  expression: ts.Expression,
  constants: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const read = (part: ts.Expression): readonly string[] | undefined => textsOf(part, constants);
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isIdentifier(expression)) return constants.get(expression.text);
  if (ts.isParenthesizedExpression(expression)) return read(expression.expression);
  if (ts.isConditionalExpression(expression))
    return joined(read(expression.whenTrue), read(expression.whenFalse), (one, other) => [...one, ...other]);
  if (ts.isTemplateExpression(expression))
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined(read(expression.left), read(expression.right) ?? ['…'], (left, right) =>
      left.flatMap((start) => right.map((end) => start + end)),
    );
  const first = firstLineOf(expression);
  return first === undefined ? undefined : read(first);
}

function joined(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
  merge: (one: readonly string[], other: readonly string[]) => readonly string[],
): readonly string[] | undefined {
  return one === undefined || other === undefined ? undefined : merge(one, other);
}

/** The first element of `[…].join(…)`: a message of several lines names the problem in its first one. */
function firstLineOf(expression: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(expression) || nameOf(expression.expression) !== 'join') return undefined;
  const list = ts.isPropertyAccessExpression(expression.expression) ? expression.expression.expression : undefined;
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements[0] : undefined;
}
