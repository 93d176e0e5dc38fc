import type { Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { child, follow, itemsOf, membersOf, rootOf, targetOf, textOf, type Place } from '../reader/place.ts';
import { referencesIn } from '../reader/structure.ts';
import type { Change } from './change.ts';
import { pairParameters, type Site } from './parameters.ts';

/** A query parameter, or a member of the body. */
export interface Input {
  readonly in: 'query' | 'body';
  readonly name: string;
}

/**
 * Returns the inputs of an operation that a change concerns, or undefined if it concerns every request: a change of a
 * response or of another kind of parameter, or an input that must be sent now, that every request has sent under its old
 * name or place, or that has another default. Who does not send an input depends on its default.
 * @param documents the released and the current document
 */
export function inputsOf(change: Change, operationId: string, [released, current]: Documents): Input[] | undefined {
  const { kind, pointer } = change;
  if (!/^(parameter|request)-/.test(kind) || /required|-default-changed$/.test(kind)) return undefined;
  if (/-(renamed|moved)$/.test(kind)) return formerInputOf(pointer, operationId, [released, current]);
  // The pointer of something that was removed leads into the released document.
  const order = kind.includes('removed') ? [released, current] : [current, released];
  const found = order.map((document) =>
    sitesIn(document, operationId)
      .flatMap(slotsOf)
      .filter(({ places }) => reaches(places, pointer)),
  );
  const inputs = (found.find((slots) => slots.length > 0) ?? []).map(({ input }) => input);
  const counted = inputs.filter((input) => input !== undefined);
  return inputs.length === 0 || counted.length < inputs.length ? undefined : distinct(counted);
}

type Documents = readonly [released: Json, current: Json];

/** What clients sent before a parameter got another name or place, if some of them may not have sent it. */
function formerInputOf(pointer: string, operationId: string, [released, current]: Documents): Input[] | undefined {
  const [before, after] = [sitesIn(released, operationId)[0], sitesIn(current, operationId)[0]];
  if (before === undefined || after === undefined) return undefined;
  const [old] = pairParameters(before, after).pairs.find(([, one]) => one.place.pointer === pointer) ?? [];
  return old?.in === 'query' && !old.isRequired ? [{ in: 'query', name: old.name }] : undefined;
}

function sitesIn(document: Json, operationId: string): Site[] {
  return operationsOf(document).flatMap(({ path, method, operation: written }) => {
    if (written['operationId'] !== operationId) return [];
    const paths = child(rootOf(document), 'paths');
    const entry = paths && child(paths, path);
    const item = entry && follow(entry);
    const operation = item && child(item, method);
    return item === undefined || operation === undefined ? [] : [{ path, item, operation }];
  });
}

/** A part of a request with the places in the document that describe it. */
interface Slot {
  /** Undefined for a part whose use is not counted: a path parameter, a header or a cookie. */
  readonly input: Input | undefined;
  readonly places: readonly Place[];
}

function slotsOf({ item, operation }: Site): Slot[] {
  const parameters = [item, operation].flatMap((source) => itemsOf(child(source, 'parameters')));
  const body = child(operation, 'requestBody');
  const media = [...membersOf(membersOf(body).get('content')).values()];
  const schemas = media.flatMap((one) => membersOf(one).get('schema') ?? []);
  return [
    ...parameters.map((entry) => {
      const members = membersOf(entry);
      const name = textOf(members.get('name')) ?? '';
      const isQuery = textOf(members.get('in')) === 'query';
      return { input: isQuery ? ({ in: 'query', name } as const) : undefined, places: [entry, follow(entry)] };
    }),
    ...schemas
      .flatMap((schema) => propertiesOf(schema, []))
      .map(([name, place]) => ({ input: { in: 'body', name } as const, places: [place, follow(place)] })),
  ];
}

/** The members of a body, through everything that the schema combines. */
function propertiesOf(schema: Place, trail: readonly string[]): [name: string, place: Place][] {
  const { pointer } = follow(schema);
  if (trail.includes(pointer)) return [];
  const members = membersOf(schema);
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => itemsOf(members.get(keyword)));
  return [...membersOf(members.get('properties')), ...parts.flatMap((part) => propertiesOf(part, [...trail, pointer]))];
}

/** Whether the pointer lies in one of the places, or in a component that one of them refers to. */
function reaches(places: readonly Place[], pointer: string): boolean {
  const known = new Set<string>();
  const isWithin = (place: Place): boolean => {
    if (known.has(place.pointer)) return false;
    known.add(place.pointer);
    if (pointer === place.pointer || pointer.startsWith(`${place.pointer}/`)) return true;
    return referencesIn(place.value).some((target) => isWithin(targetOf(place.document, target)));
  };
  return places.some(isWithin);
}

function distinct(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [`${input.in} ${input.name}`, input])).values()];
}
