import { isJson } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
import { operationsOf, type Document, type OperationObject, type ResponseObject } from './document.ts';

// Adds an example for every code that an operation can return, named after the code, so that a mock server returns the
// same problem as the server for `Prefer: example=<code>`. The shared responses contain one example each: of the code that is
// always possible.

type Fields = Readonly<Record<string, unknown>>;
interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The `in` of the example, if the code's responses name several. */
  readonly errors?: readonly unknown[];
}

/**
 * Returns the document with the examples. Operations whose response has the same codes share one component, named after
 * the codes: `Conflict.project_archived.idempotency_in_progress`.
 *
 * @param catalogue the content of problems.yaml
 */
export function withProblemExamples(document: Document, catalogue: unknown): Document {
  const problems = (isJson(catalogue) ? catalogue : {}) as Readonly<Record<string, Problem>>;
  const responses: Record<string, unknown> = { ...document.components?.['responses'] };
  const examples: Record<string, unknown> = { ...document.components?.['examples'] };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, item, operation } of operationsOf(document)) {
    const changed = { ...operation.responses };
    for (const code of codesOf(operation, path)) {
      const problem = problems[code];
      const written = problem && changed[String(problem.status)];
      if (problem === undefined || written === undefined || !isRef(written)) continue;
      const shared = written.$ref.split('/').at(-1) ?? '';
      const extended = extend(responses[shared] as ResponseObject, code);
      if (extended === undefined) continue;
      responses[`${shared}.${code}`] ??= extended.response;
      changed[String(problem.status)] = { $ref: `#/components/responses/${shared}.${code}` };
      examples[exampleName(code)] ??= {
        summary: problem.title,
        value: exampleOf(extended.model, code, { problem, document }),
      };
    }
    (paths[path] ??= { ...(item as Fields) })[method] = { ...operation, responses: changed };
  }
  return {
    ...document,
    paths: { ...document.paths, ...paths },
    components: { ...document.components, ...withoutUnused(paths, responses), examples: sorted(examples) },
  };
}

const exampleName = (code: string): string => `problem-${code}`;

function sorted(section: Fields): Fields {
  return Object.fromEntries(Object.entries(section).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Removes responses that no operation refers to any more. */
function withoutUnused(paths: Fields, responses: Fields): { readonly responses: Fields } {
  const text = JSON.stringify(paths);
  const used = Object.entries(responses).filter(([name]) => text.includes(`"#/components/responses/${name}"`));
  return { responses: sorted(Object.fromEntries(used)) };
}

/** The codes in `x-problems`, and the codes that the engine returns. */
function codesOf(operation: OperationObject, path: string): readonly string[] {
  const listed = operation['x-problems'];
  const security = operation.security ?? [];
  const isKeyed = operation.parameters?.some((one) => isRef(one) && one.$ref.endsWith('/IdempotencyKey')) === true;
  // Without a body or an id in the path, there is no different request that could reuse the key.
  const isReusable = operation.requestBody !== undefined || path.includes('{');
  return [
    ...(security.some((one) => Object.values(one).some((scopes) => scopes.length > 0)) ? ['insufficient_scope'] : []),
    ...(security.some((one) => 'csrfToken' in one) ? ['csrf_failed'] : []),
    ...(Array.isArray(listed) ? listed.map(String) : []),
    ...(isKeyed && isReusable ? ['idempotency_key_reused'] : []),
    ...(isKeyed ? ['idempotency_in_progress'] : []),
    'contract_violated',
    'overloaded',
  ];
}

/**
 * Returns the response with one more example, which has the value of its first one; undefined if it has the code
 * already.
 */
function extend(
  response: ResponseObject,
  code: string,
): { readonly response: ResponseObject; readonly model: Fields } | undefined {
  const [[type, media] = []] = Object.entries(response.content ?? {});
  const [first] = Object.values(media?.examples ?? {});
  if (type === undefined || media?.examples === undefined || code in media.examples) return undefined;
  if (!isJson(first) || !isJson(first['value'])) return undefined;
  const examples = { ...media.examples, [code]: { $ref: `#/components/examples/${exampleName(code)}` } };
  return { response: { ...response, content: { [type]: { ...media, examples } } }, model: first['value'] };
}

function exampleOf(
  model: Fields,
  code: string,
  { problem: { status, title, detail, errors }, document }: { readonly problem: Problem; readonly document: Document },
): Fields {
  const text = detail.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    name === 'count' && errors !== undefined ? String(errors.length) : wordFor(name, document),
  );
  if (!('type' in model)) return { ...model, code, message: text };
  return { ...model, type: `/api/problems/${code}`, title, status, detail: text, code, ...(errors && { errors }) };
}

/** The value that the document's examples have under that name, for a `{name}` in a detail. */
function wordFor(name: string, document: Document): string {
  const found = name === 'scope' ? 'tasks:write' : findWord(document.components?.['examples'], name);
  return found ?? name.replaceAll('_', ' ');
}

function findWord(node: unknown, name: string): string | undefined {
  if (!isJson(node) && !Array.isArray(node)) return undefined;
  const own: unknown = isJson(node) ? (node[name] ?? [node[`${name}s`]].flat()[0]) : undefined;
  if (typeof own === 'string') return own;
  for (const member of Object.values(node)) {
    const found = findWord(member, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
