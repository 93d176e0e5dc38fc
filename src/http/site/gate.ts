import { readFileSync } from 'node:fs';
import { createRepresentation, documentCaching, send } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

export const gatePath = '/api/gate.mjs';

/** The program with which consumers compare the document that they were built with to the served one (docs/GATE.md). */
export function addGate(router: SurfaceRouter): void {
  const file = readFileSync(new URL('../../../generated/gate.mjs', import.meta.url));
  const program = createRepresentation('text/javascript; charset=utf-8', file);
  router.get(gatePath, (context) => send(context, program, documentCaching));
}
