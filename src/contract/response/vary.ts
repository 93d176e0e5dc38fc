import type { ServerResponse } from 'node:http';

/** Adds a request header to Vary (RFC 9110, 12.5.5), unless it is there already. */
export function addVary(response: ServerResponse, name: string): void {
  const present = response.getHeader('Vary');
  response.setHeader('Vary', typeof present === 'string' ? joined(present, name) : name);
}

/** There are only a few names, so each list is built once. */
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
