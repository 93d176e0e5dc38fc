import { asJson, isJson, type Json } from '../reader/json.ts';
import { notice } from './output.ts';
import { propertyName, render } from './source-text.ts';

const fields = ['title', 'detail', 'meaning', 'when', 'remedy'] as const;

/**
 * Returns problems.ts: the catalogue, and one factory per code, whose parameters are the placeholders of `detail`.
 * @throws Error that says what is wrong in problems.yaml
 */
export function problemsFile(catalogue: unknown): string {
  if (!isJson(catalogue)) throw new Error('problems.yaml must map codes to problems');
  const entries = Object.entries(catalogue).map(([code, problem]) => [code, checkProblem(code, problem)] as const);
  return [
    `// ${notice}\n\n`,
    `import { AppError, type AppErrorOptions } from '../src/problems/app-error.ts';\n\n`,
    `type Text = string | number;\ntype None = Readonly<Record<string, never>>;\n\n`,
    `/** One factory per problem code: \`throw problems.not_found()\`. Its parameters fill the placeholders of \`detail\`. */\n`,
    `export const problems = {\n${entries.map(([code, problem]) => factory(code, problem)).join('')}};\n\n`,
    `/** Code -> the texts for error responses and for the pages that describe problems. */\n`,
    `export const catalogue = ${render(Object.fromEntries(entries))} as const;\n\n`,
    `export type ProblemCode = keyof typeof catalogue;\n`,
  ].join('');
}

type Problem = Readonly<Record<(typeof fields)[number], string>> & {
  readonly status: number;
  readonly params?: Json;
  readonly errors?: readonly unknown[];
};

function checkProblem(code: string, problem: unknown): Problem {
  if (!/^[a-z][a-z0-9_]*$/.test(code)) throw new Error(`problems.yaml: ${code} must be in snake_case`);
  if (!isJson(problem) || typeof problem['status'] !== 'number') {
    throw new Error(`problems.yaml: ${code} must have a status`);
  }
  for (const field of fields) {
    if (typeof problem[field] !== 'string' || problem[field].trim() === '')
      throw new Error(`problems.yaml: ${code} must have a text for ${field}`);
  }
  const { status, title, detail, meaning, when, remedy, params, errors } = problem as Problem;
  checkParams(code, placeholdersOf(detail), asJson(params));
  return {
    ...{ status, title, detail, meaning, when, remedy },
    ...(params === undefined ? {} : { params }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** An example must not show a placeholder, so each needs a value, which nobody but the author of the detail knows. */
function checkParams(code: string, names: readonly string[], params: Json): void {
  for (const name of names) {
    if (!['string', 'number'].includes(typeof params[name]))
      throw new Error(`problems.yaml: ${code} must have a value for ${name} in params, for its example`);
  }
  const unused = Object.keys(params).find((name) => !names.includes(name));
  if (unused !== undefined) throw new Error(`problems.yaml: the detail of ${code} has no {${unused}}`);
}

function placeholdersOf(detail: string): string[] {
  return [...new Set([...detail.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))];
}

function factory(code: string, { status, detail }: Problem): string {
  const names = placeholdersOf(detail);
  const members = names.map((name) => `readonly ${propertyName(name)}: Text`);
  const params = names.length === 0 ? 'params: None = {}' : `params: { ${members.join('; ')} }`;
  return `  ${code}: (${params}, options?: AppErrorOptions) => new AppError('${code}', ${status}, params, options),\n`;
}
