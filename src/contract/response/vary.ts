import type { ServerResponse } from 'node:http';

/** Adds a request header to those that a response depends on (RFC 9110, 12.5.5), once. */
export function addVary(response: ServerResponse, name: string): void {
  const present = response.getHeader('Vary');
  response.setHeader('Vary', typeof present === 'string' ? joined(present, name) : name);
}

/** There are a handful of names, so that each list is put together once. */
const lists = new Map<string, Map<string, string>>();

function joined(present: string, name: string): string {
  let byName = lists.get(present);
  if (byName === undefined) lists.set(present, (byName = new Map<string, string>()));
  let list = byName.get(name);
  if (list === undefined) {
    list = present.split(', ').includes(name) ? present : `${present}, ${name}`;
    byName.set(name, list);
  }
  return list;
}
