import { problemDetail } from '../../problems/problem-text.ts';
import { asList, isJson, mapMembers } from '../reader/json.ts';
import { isRef, nameIn, resolve } from '../reader/reference.ts';
import { operationsOf, parametersOf } from './document.ts';
import type { Document, OperationObject, PathOperation, ResponseObject } from './document.ts';

// Adds an example for every code that an operation can return, named after the code, so that a mock server returns the
// same problem as the server for `Prefer: example=<code>`. The shared responses contain one example each: of the code that is
// always possible.
//
// Generators name types after the components of responses. No name may depend on the codes, because a new code would
// then rename the types of every client. So a response that an operation can add codes to is written into the
// operation, and all others are shared.

type Fields = Readonly<Record<string, unknown>>;
interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The values of the example for the placeholders of `detail`. */
  readonly params?: Fields;
  /** The violations of the example, if the code's responses have some. */
  readonly errors?: readonly unknown[];
}

/** The codes that every operation can return. */
const codesOfAll: readonly string[] = ['contract_violated', 'overloaded'];

/** Whether the operation has a response of its own for the status, so that `x-problems` can add codes to it. */
export function hasOwnResponse(operation: OperationObject, status: string): boolean {
  const security = operation.security ?? [];
  const isPublic = security.length === 0 || security.some((one) => Object.keys(one).length === 0);
  // Without a credential to check, a 401 is the result of what the operation does, as in logIn.
  return status === '403' || status === '409' || (status === '401' && isPublic);
}

/**
 * Returns the document with the examples.
 *
 * @param catalogue the content of problems.yaml
 */
export function withProblemExamples(document: Document, catalogue: unknown): Document {
  const problems = (isJson(catalogue) ? catalogue : {}) as Readonly<Record<string, Problem>>;
  const responses: Record<string, unknown> = { ...document.components?.['responses'] };
  const examples: Record<string, unknown> = { ...document.components?.['examples'] };
  const paths: Record<string, Record<string, unknown>> = {};
  const extended = (response: ResponseObject, codes: readonly string[], instance?: string): ResponseObject =>
    codes.reduce((before, code) => {
      const problem = problems[code];
      const { response: after, model } = extend(before, code) ?? {};
      if (problem === undefined || after === undefined || model === undefined) return before;
      const value = exampleOf(model, code, { problem, instance });
      examples[exampleName(code)] ??= { summary: problem.title, value };
      return after;
    }, response);
  for (const { path, method, item, operation } of operationsOf(document)) {
    const codes = codesOf(operation, path);
    const instance = instanceOf(document, { path, item, operation });
    const changed = mapMembers(operation.responses, (written, status) => {
      if (!isRef(written)) return written;
      const shared = nameIn(written.$ref);
      const codesOfStatus = codes.filter((code) => String(problems[code]?.status) === status);
      if (hasOwnResponse(operation, status)) {
        const whole = extended(resolve<ResponseObject>(document, written), codesOfStatus, instance);
        return withFirst(withSharedExamples(whole, examples), asList(operation['x-problems']).map(String));
      }
      const common = codesOfStatus.filter((code) => codesOfAll.includes(code));
      responses[shared] = extended(responses[shared] as ResponseObject, common);
      return written;
    });
    (paths[path] ??= { ...(item as Fields) })[method] = { ...operation, responses: changed };
  }
  return {
    ...document,
    paths: { ...document.paths, ...paths },
    components: { ...document.components, ...withoutUnused(paths, responses), examples: sorted(examples) },
  };
}

const exampleName = (code: string): string => `problem_${code}`;

function sorted(section: Fields): Fields {
  return Object.fromEntries(Object.entries(section).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Moves the examples in a response, which many operations repeat, to the components. */
function withSharedExamples(response: ResponseObject, shared: Record<string, unknown>): ResponseObject {
  const content = mapMembers(response.content ?? {}, (media) => ({
    ...media,
    examples: mapMembers(media.examples ?? {}, (example, code) => {
      shared[exampleName(code)] ??= example;
      return { $ref: `#/components/examples/${exampleName(code)}` };
    }),
  }));
  return { ...response, content };
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
    ...codesOfAll,
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

/** The operation's own problems come first: a mock server returns the first example unless it is asked for another. */
function withFirst(response: ResponseObject, codes: readonly string[]): ResponseObject {
  const content = mapMembers(response.content ?? {}, (media) => {
    const examples = Object.entries(media.examples ?? {});
    const own = examples.filter(([code]) => codes.includes(code));
    const others = examples.filter(([code]) => !codes.includes(code));
    return { ...media, examples: Object.fromEntries([...own, ...others]) };
  });
  return { ...response, content };
}

function exampleOf(
  model: Fields,
  code: string,
  { problem, instance }: { readonly problem: Problem; readonly instance: string | undefined },
): Fields {
  const { status, title, errors } = problem;
  const text = problemDetail(problem.detail, problem.params ?? {});
  if (!('type' in model)) return { ...model, code, message: text };
  // The scope in the text is the one that the model's operation needs; another operation may need another.
  const own = instance === undefined || code === 'insufficient_scope' ? {} : { instance };
  return {
    ...model,
    type: `/api/problems/${code}`,
    title,
    status,
    detail: text,
    ...own,
    code,
    ...(errors && { errors }),
  };
}

/** The path of a request for the operation; undefined if a parameter of the path has no example. */
function instanceOf(
  document: Document,
  { path, item, operation }: Pick<PathOperation, 'path' | 'item' | 'operation'>,
): string | undefined {
  const examples = new Map(
    parametersOf(document, { item, operation })
      .filter((parameter) => parameter.in === 'path')
      .map(({ name, example }) => [name, example]),
  );
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const example = examples.get(name);
    return typeof example === 'string' ? example : whole;
  });
  return filled.includes('{') ? undefined : filled;
}
