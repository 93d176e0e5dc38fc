import { child, membersOf, type Place } from '../../../../src/documents/reader/place.ts';
import { valueOf, type Site } from './bundle.ts';
import { listAt, numberAt, setAt, textAt, type Draft } from './edit.ts';

// Functions that return the places for changes, and changes that several kinds share.

type Find = (site: Site) => Place[];

export const upperBounds = ['maxLength', 'maximum', 'maxItems'];

export const served = (find: Find) => (site: Site) => (site.isWebhook ? [] : find(site)).map(({ pointer }) => pointer);
export const operations = served(({ operation }) => [operation]);
export const members = (find: Find, fits: (schema: Place, name: string) => boolean) =>
  served((site) =>
    find(site).flatMap((schema) =>
      [...membersOf(child(schema, 'properties'))].flatMap(([name, place]) => (fits(schema, name) ? [place] : [])),
    ),
  );
export const keywords = (find: Find, names: readonly string[], fits: (schema: Place) => boolean = () => true) =>
  served((site) =>
    find(site)
      .filter(fits)
      .flatMap((schema) => names.flatMap((name) => child(schema, name) ?? [])),
  );

export const isRequired = (schema: Place, name: string): boolean => {
  const required = valueOf(schema, 'required');
  return Array.isArray(required) && required.includes(name);
};
export const isOfType =
  (...types: readonly unknown[]) =>
  (schema: Place): boolean =>
    types.includes(valueOf(schema, 'type'));

export function changeType(document: Draft, pointer: string): void {
  setAt(document, pointer, textAt(document, pointer) === 'boolean' ? 'integer' : 'boolean');
}

export function decrement(document: Draft, pointer: string): void {
  setAt(document, pointer, numberAt(document, pointer) - 1);
}

export function removeFirst(document: Draft, pointer: string): void {
  listAt(document, pointer).shift();
}
