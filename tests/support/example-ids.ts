import { documentedOperations, documents, exampleResponse } from './contract/document.ts';

// The ids of the resources that the documents' examples describe, read from the examples.

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Ids = Readonly<Record<string, string>>;

/** Returns the ids of other resources in an example, such as `project_id` of a task; of several, the first one. */
function referencesIn(node: unknown, found: Record<string, string> = {}): Record<string, string> {
  if (typeof node !== 'object' || node === null) return found;
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (name.endsWith('_id') && typeof value === 'string' && uuid.test(value)) found[name] ??= value;
    referencesIn(value, found);
  }
  return found;
}

/** Returns the id in the example of the GET operation of a path, or in the first element of its list's example. */
function shownAt(path: string, parameter: string): string | undefined {
  const get = (wanted: string): unknown => {
    const operation = documentedOperations.find((one) => one.method === 'GET' && one.path === wanted);
    return operation === undefined ? undefined : exampleResponse(operation, 200);
  };
  const item =
    get(path) ?? (get(path.slice(0, -`/{${parameter}}`.length)) as { data?: unknown[] } | undefined)?.data?.[0];
  // An example can name a resource by its role: the blocking task of a dependency.
  const { id: own, [parameter]: id = own } = (item ?? {}) as Readonly<Record<string, unknown>>;
  return typeof id === 'string' ? id : undefined;
}

function ownIds(): Ids {
  const ends = documentedOperations.flatMap(({ path }) => {
    const name = /\/\{([^}]+)\}$/.exec(path)?.[1];
    const id = name === undefined ? undefined : shownAt(path, name);
    return name === undefined || id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries(ends);
}

/** Returns a field of an operation's example, for ids that no GET operation shows. */
function shownBy(operationId: string, status: number, field: string): string {
  const operation = documentedOperations.find(({ id }) => id === operationId)!;
  return (exampleResponse(operation, status) as Ids)[field]!;
}

/** By the name of the path parameter, or of the referring field. */
export const exampleIds: Ids = {
  ...referencesIn(documents.v2),
  ...ownIds(),
  invitation_id: shownBy('createInvitation', 201, 'id'),
  public_key: shownBy('createReportingKey', 201, 'public_key'),
  project_number: shownBy('createReportingKey', 201, 'project_number'),
  colleague_id: shownBy('getMember', 200, 'user_id'),
};
