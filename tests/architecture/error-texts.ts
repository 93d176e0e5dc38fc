import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** The functions that make an error of the command line, and the place of the problem among their arguments. */
const makers: Readonly<Record<string, number>> = { ForeseenError: 0, refusal: 0, refuse: 1 };

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

export function textsIn(source: string): string[] {
  const texts: string[] = [];
  const constants = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const text = textOf(node.initializer);
      if (text !== undefined) constants.set(node.name.text, text);
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const argument = node.arguments?.[makers[nameOf(node.expression)] ?? -1];
      const text = argument === undefined ? undefined : (textOf(argument) ?? constants.get(argument.getText()));
      // A text that consists of others was made elsewhere.
      if (text !== undefined && !/^(?:\w+: )?…(?:: …)*$/.test(text)) {
        texts.push(text.replace(/: .*$/s, ''));
      }
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

function textOf(expression: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (!ts.isTemplateExpression(expression)) return undefined;
  return expression.head.text + expression.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
