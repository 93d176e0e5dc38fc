import type { Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { child, follow, itemsOf, membersOf, rootOf, targetOf, textOf, type Place } from '../reader/place.ts';
import { isRef } from '../reader/reference.ts';
import type { Change } from './change.ts';

/** A query parameter, or a member of the body. */
export interface Input {
  readonly in: 'query' | 'body';
  readonly name: string;
}

/**
 * Returns the inputs of an operation that a change concerns, or undefined if it concerns every request: a change of a
 * response or of another kind of parameter, or an input that must be sent now, that has another name, place or default.
 * Who does not send an input depends on its default.
 * @param documents the released and the current document
 */
export function inputsOf(change: Change, operationId: string, [released, current]: Documents): Input[] | undefined {
  const { kind, pointer } = change;
  if (!/^(parameter|request)-/.test(kind) || /required|-(renamed|moved|default-changed)$/.test(kind)) return undefined;
  // The pointer of something that was removed leads into the released document.
  const order = kind.includes('removed') ? [released, current] : [current, released];
  const found = order.map((document) =>
    slotsIn(document, operationId).filter(({ places }) => reaches(places, pointer)),
  );
  const inputs = (found.find((slots) => slots.length > 0) ?? []).map(({ input }) => input);
  const counted = inputs.filter((input) => input !== undefined);
  return inputs.length === 0 || counted.length < inputs.length ? undefined : distinct(counted);
}

type Documents = readonly [released: Json, current: Json];

function slotsIn(document: Json, operationId: string): Slot[] {
  return operationsOf(document).flatMap(({ path, method, operation }) => {
    if (operation['operationId'] !== operationId) return [];
    const paths = child(rootOf(document), 'paths');
    const entry = paths && child(paths, path);
    const item = entry && follow(entry);
    if (item === undefined) return [];
    const place = child(item, method);
    return place === undefined ? [] : slotsOf(item, place);
  });
}

/** A part of a request with the places in the document that describe it. */
interface Slot {
  /** Undefined for a part whose use is not counted: a path parameter, a header or a cookie. */
  readonly input: Input | undefined;
  readonly places: readonly Place[];
}

function slotsOf(item: Place, operation: Place): Slot[] {
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

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isRef(value) ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

function distinct(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [`${input.in} ${input.name}`, input])).values()];
}
