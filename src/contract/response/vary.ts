import type { ServerResponse } from 'node:http';

/** Adds a request header to those that a response depends on (RFC 9110, 12.5.5), once. */
export function addVary(response: ServerResponse, name: string): void {
  const present = response.getHeader('Vary');
  if (present === undefined) response.setHeader('Vary', name);
  else if (!String(present).split(', ').includes(name)) response.setHeader('Vary', `${String(present)}, ${name}`);
}
