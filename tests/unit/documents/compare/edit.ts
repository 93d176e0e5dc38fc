import type { Json } from '../../../../src/documents/reader/json.ts';

/**
 * A document that the functions below change. It shares all unchanged parts with its original. Shared parts are frozen,
 * and copied before a change (copy on write), because copying a megabyte for each of hundreds of changes is slow.
 */
export type Draft = Record<string, unknown>;

export function draftOf(document: Json): Draft {
  freeze(document);
  return { ...document };
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

function ownCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return value;
  return Array.isArray(value) ? [...(value as unknown[])] : { ...value };
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Returns the value at the pointer, after copying it and all values that contain it. @throws Error if there is none */
function valueAt(document: Draft, pointer: string): unknown {
  let value: unknown = document;
  for (const token of tokensOf(pointer)) {
    const parent = value as Draft;
    value = parent[token];
    if (value === undefined) break;
    value = parent[token] = ownCopy(value);
  }
  if (value === undefined) throw new Error(`there is no value at ${pointer}`);
  return value;
}

export function at(document: Draft, pointer: string): Draft {
  return valueAt(document, pointer) as Draft;
}

export function listAt(document: Draft, pointer: string): unknown[] {
  return valueAt(document, pointer) as unknown[];
}

export function numberAt(document: Draft, pointer: string): number {
  return Number(valueAt(document, pointer));
}

export function textAt(document: Draft, pointer: string): string {
  return String(valueAt(document, pointer));
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

export function nameOf(pointer: string): string {
  return tokensOf(pointer).at(-1) ?? '';
}

/** Sets the value at the pointer. */
export function setAt(document: Draft, pointer: string, value: unknown): void {
  at(document, parentOf(pointer))[nameOf(pointer)] = value;
}

/** Removes the value at the pointer. In a list, the following items move up. */
export function removeAt(document: Draft, pointer: string): void {
  const parent = valueAt(document, parentOf(pointer));
  if (Array.isArray(parent)) parent.splice(Number(nameOf(pointer)), 1);
  else Reflect.deleteProperty(parent as Draft, nameOf(pointer));
}
