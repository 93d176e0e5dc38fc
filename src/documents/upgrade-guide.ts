import { asJson, asList, type Json } from './reader/json.ts';
import { operationsOf } from './reader/operations.ts';
import { resolve } from './reader/reference.ts';
import { fieldsOf, quote, valueChanges, type Fields } from './upgrade-fields.ts';

// Describes how to move from one document to the next: the `x-successor` of operations and fields, and how they differ
// from their successors. A pure function of the documents. docs/UPGRADE_GUIDE.md and /api/upgrade-guide show the result.
// Texts have names in `backquotes`.

export interface UpgradeGuide {
  /** The dates on which operations end, the earliest first. */
  readonly sunsets: readonly string[];
  readonly everywhere: readonly string[];
  readonly tags: readonly { readonly name: string; readonly steps: readonly UpgradeStep[] }[];
}

/** The successor of one operation, with the differences. */
export interface UpgradeStep {
  readonly id: string;
  readonly summary: string;
  readonly from: string;
  readonly to: string;
  readonly successor: string;
  readonly changes: readonly { readonly title: string; readonly items: readonly string[] }[];
}

interface Place {
  readonly document: Json;
  readonly path: string;
  readonly method: string;
  readonly item: Json;
  readonly operation: Json;
}

interface Pair {
  readonly from: Place;
  readonly to: Place;
}

const errorStatus = '401';
/** Headers that only announce the end of v1. */
const deprecationHeaders = ['Deprecation', 'Sunset', 'Link', 'Link-Template'];

/**
 * Builds the guide.
 * @throws Error for an `x-successor` that names no operation or field
 */
export function upgradeGuideOf(old: Json, current: Json): UpgradeGuide {
  const successors = placesOf(current);
  const pairs = placesOf(old).flatMap((from): Pair[] => {
    if (from.operation['deprecated'] !== true) return [];
    const to = successors.find(({ operation }) => operation['operationId'] === from.operation['x-successor']);
    if (to === undefined) {
      throw new Error(`${nameOf(from)}: there is no operation ${String(from.operation['x-successor'])} (x-successor)`);
    }
    return [{ from, to }];
  });
  const tags = [...new Set(pairs.map(({ from }) => tagOf(from)))].map((name) => ({
    name,
    steps: pairs.filter(({ from }) => tagOf(from) === name).map((pair) => stepOf(pair, successors)),
  }));
  const sunsets = [...new Set(pairs.map(({ from }) => String(from.operation['x-sunset'])))].sort();
  return { sunsets, everywhere: pairs.length === 0 ? [] : errorChanges(pairs), tags };
}

function placesOf(document: Json): Place[] {
  return operationsOf(document).map((place) => ({ document, ...place }));
}

function nameOf({ method, path }: Place): string {
  return `${method.toUpperCase()} ${path}`;
}

function tagOf({ operation }: Place): string {
  return String(asList(operation['tags'])[0]);
}

function stepOf(pair: Pair, successors: readonly Place[]): UpgradeStep {
  const { from, to } = pair;
  const changes = [
    { title: 'Parameters', items: parameterChanges(pair) },
    { title: 'Body', items: bodyChanges(pair, successors) },
    { title: 'Response', items: responseChanges(pair, successors) },
    { title: 'Statuses', items: statusChanges(pair) },
    { title: 'Scopes', items: scopeChanges(pair) },
  ];
  return {
    id: String(from.operation['operationId']),
    summary: String(from.operation['summary']),
    from: nameOf(from),
    to: nameOf(to),
    successor: String(to.operation['operationId']),
    changes: changes.filter(({ items }) => items.length > 0),
  };
}

interface Parameter {
  readonly in: string;
  readonly isRequired: boolean;
  readonly schema: Json;
}

function parametersOf({ document, item, operation }: Place): ReadonlyMap<string, Parameter> {
  const all = [...asList(item['parameters']), ...asList(operation['parameters'])].map((one) =>
    resolve(document, asJson(one)),
  );
  return new Map(
    all.map((parameter) => [
      String(parameter['name']),
      {
        in: String(parameter['in']),
        isRequired: parameter['required'] === true,
        schema: { ...resolve(document, asJson(parameter['schema'])), ...withoutReference(asJson(parameter['schema'])) },
      },
    ]),
  );
}

function withoutReference({ $ref: _reference, ...rest }: Json): Json {
  return rest;
}

function parameterChanges({ from, to }: Pair): string[] {
  const [before, after] = [parametersOf(from), parametersOf(to)];
  const body = fieldsOf(from.document, bodyOf(from).schema);
  const kept = [...before].flatMap(([name, one]) => {
    const other = after.get(name);
    if (other === undefined) return [`\`${name}\` (${one.in}) was removed.`];
    const changes = valueChanges(one.schema, other.schema);
    if (one.in !== other.in) changes.push(`moves from the ${one.in} to the ${other.in}`);
    if (one.isRequired !== other.isRequired) changes.push(other.isRequired ? 'is now required' : 'is now optional');
    return changes.map((change) => `\`${name}\` ${change}.`);
  });
  const added = [...after].flatMap(([name, one]) => {
    if (before.has(name)) return [];
    if (body.has(name)) return [`\`${name}\` moves from the body to the ${one.in}.`];
    return [`\`${name}\` (${one.in}) is new${one.isRequired ? ' and required' : ''}.`];
  });
  return [...kept, ...added];
}

/** The first representation of a body, and all of its media types. */
function bodyOf({ document, operation }: Place): { readonly types: readonly string[]; readonly schema: unknown } {
  const content = asJson(resolve(document, asJson(operation['requestBody']))['content']);
  return { types: Object.keys(content), schema: asJson(Object.values(content)[0])['schema'] };
}

function bodyChanges(pair: Pair, successors: readonly Place[]): string[] {
  const [old, present] = [bodyOf(pair.from), bodyOf(pair.to)];
  if (old.types.length === 0 && present.types.length === 0) return [];
  if (present.types.length === 0) return ['The body was removed.'];
  const added = present.types.filter((type) => !old.types.includes(type));
  const before = fieldsOf(pair.from.document, old.schema);
  const after = fieldsOf(pair.to.document, present.schema);
  const moved = new Set([...parametersOf(pair.to).keys()]);
  const left = new Map([...before].filter(([name]) => !moved.has(name)));
  return [
    ...(old.types.length > 0 && added.length > 0 ? [`The media type may also be ${quote(added)}.`] : []),
    ...fieldChanges({ before: left, after, isRequest: true }, pair, successors),
  ];
}

function successOf({ document, operation }: Place): Json & { readonly status: string } {
  const [status = '', response] =
    Object.entries(asJson(operation['responses'])).find(([code]) => code.startsWith('2')) ?? [];
  return { ...resolve(document, asJson(response)), status };
}

function responseChanges(pair: Pair, successors: readonly Place[]): string[] {
  const [old, present] = [successOf(pair.from), successOf(pair.to)];
  const schemaOf = (response: Json) => asJson(Object.values(asJson(response['content']))[0])['schema'];
  const fields = {
    before: fieldsOf(pair.from.document, schemaOf(old)),
    after: fieldsOf(pair.to.document, schemaOf(present)),
    isRequest: false,
  };
  const headers = Object.keys(asJson(present['headers'])).filter(
    (name) => !(name in asJson(old['headers'])) && !deprecationHeaders.includes(name),
  );
  return [
    ...(old.status === present.status ? [] : [`The status of success is ${present.status}, was ${old.status}.`]),
    ...(headers.length === 0 ? [] : [`New headers: ${quote(headers)}.`]),
    ...fieldChanges(fields, pair, successors),
  ];
}

interface FieldPair {
  readonly before: Fields;
  readonly after: Fields;
  readonly isRequest: boolean;
}

function fieldChanges({ before, after, isRequest }: FieldPair, pair: Pair, successors: readonly Place[]): string[] {
  const targets = new Set<string>();
  const old = [...before].flatMap(([path, field]) => {
    if (hasAbsentParent(path, after) && !('x-successor' in field.schema)) return [];
    const present = after.get(path);
    const renamed = field.schema['x-successor'];
    if (typeof renamed === 'string') {
      const target = path.replace(/[^.]+$/, renamed);
      targets.add(target);
      return [describeRename({ path, target, renamed }, after, { pair, successors })];
    }
    if (present === undefined) return [`\`${path}\` was removed.`];
    const changes = valueChanges(field.schema, present.schema);
    if (isRequest && field.isRequired !== present.isRequired) {
      changes.push(present.isRequired ? 'is now required' : 'is now optional');
    }
    return changes.map((change) => `\`${path}\` ${change}.`);
  });
  const added = [...after].filter(
    ([path]) => !before.has(path) && !targets.has(path) && !hasAbsentParent(path, before),
  );
  const names = (isRequired: boolean) => added.filter(([, one]) => one.isRequired === isRequired).map(([path]) => path);
  const addedNames = added.map(([path]) => path);
  if (!isRequest) return [...old, ...newFields(addedNames, '')];
  return [...old, ...newFields(names(true), ' and required'), ...newFields(names(false), '')];
}

function newFields(names: readonly string[], suffix: string): string[] {
  return names.length === 0 ? [] : [`${quote(names)} ${names.length > 1 ? 'are' : 'is'} new${suffix}.`];
}

interface Renaming {
  readonly path: string;
  readonly target: string;
  readonly renamed: string;
}

/**
 * Applies a field's `x-successor`, which names the field or operation that replaces it.
 * @throws Error if neither exists
 */
function describeRename(
  { path, target, renamed }: Renaming,
  after: Fields,
  { pair, successors }: { readonly pair: Pair; readonly successors: readonly Place[] },
): string {
  const field = after.get(target);
  if (field !== undefined) {
    const { description } = field.schema;
    return `\`${path}\` becomes \`${target}\`${typeof description === 'string' ? `: ${description}` : '.'}`;
  }
  const operation = successors.find((place) => place.operation['operationId'] === renamed);
  if (operation !== undefined) return `\`${path}\` becomes an operation: \`${renamed}\`, \`${nameOf(operation)}\`.`;
  throw new Error(`${nameOf(pair.from)}: there is no field or operation ${renamed} (x-successor of ${path})`);
}

/** Whether the whole object of the field is missing, which is reported once. */
function hasAbsentParent(path: string, others: Fields): boolean {
  const end = path.lastIndexOf('.');
  if (end < 0) return false;
  const parent = path.slice(0, end).replace(/(\[\])+$/, '');
  return !others.has(parent);
}

function statusChanges({ from, to }: Pair): string[] {
  const [before, after] = [from, to].map(({ operation }) =>
    Object.keys(asJson(operation['responses'])).filter((status) => !status.startsWith('2') && status !== '410'),
  );
  const added = after?.filter((status) => before?.includes(status) === false) ?? [];
  const gone = before?.filter((status) => after?.includes(status) === false) ?? [];
  const describe = (place: Place, statuses: readonly string[]) =>
    statuses.map((status) => {
      const { description } = resolve(place.document, asJson(asJson(place.operation['responses'])[status]));
      return { status, text: String(description) };
    });
  return [
    ...describe(to, added).map(({ status, text }) => `${status} is new: ${text}`),
    ...describe(from, gone).map(({ status, text }) => `${status} was removed: ${text}`),
  ];
}

function scopeChanges({ from, to }: Pair): string[] {
  const [before, after] = [from, to].map(({ operation }) =>
    asList(operation['security']).flatMap((alternative) => asList(asJson(alternative)['bearerAuth']).map(String)),
  );
  const added = after?.filter((scope) => before?.includes(scope) === false) ?? [];
  return added.length === 0 ? [] : [`An API key needs the scope${added.length > 1 ? 's' : ''} ${quote(added)}.`];
}

/** Errors have one format per document, so the difference is reported once. */
function errorChanges(pairs: readonly Pair[]): string[] {
  const pair = pairs.find(({ from, to }) =>
    [from, to].every(({ operation }) => errorStatus in asJson(operation['responses'])),
  );
  if (pair === undefined) return [];
  const [old, present] = [pair.from, pair.to].map(({ document, operation }) => {
    const response = resolve(document, asJson(asJson(operation['responses'])[errorStatus]));
    const [type = '', media] = Object.entries(asJson(response['content']))[0] ?? [];
    return { type, fields: fieldsOf(document, asJson(media)['schema']) };
  });
  if (old === undefined || present === undefined) return [];
  const changes = fieldChanges({ before: old.fields, after: present.fields, isRequest: false }, pair, []);
  return [
    ...(old.type === present.type ? [] : [`Errors are \`${present.type}\`, were \`${old.type}\`.`]),
    ...changes.map((change) => `In errors, ${change}`),
  ];
}
