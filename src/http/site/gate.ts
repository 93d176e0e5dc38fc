import { readFileSync } from 'node:fs';
import { onFirstUse } from '../../platform/on-first-use.ts';
import { createRepresentation, documentCaching, send } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

export const gatePath = '/api/gate.mjs';
const file = new URL('../../../generated/gate.mjs', import.meta.url);

/** The program with which consumers compare the document that they were built with to the served one (docs/GATE.md). */
export function addGate(router: SurfaceRouter): void {
  const program = onFirstUse(() => createRepresentation('text/javascript; charset=utf-8', readFileSync(file)));
  router.get(gatePath, (context) => send(context, program(), documentCaching));
}
