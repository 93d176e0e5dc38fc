import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createEventsController } from './events.controller.ts';

export function createEventsModule({ pager }: AppContext) {
  return { v2: createEventsController({ pager }) } satisfies Module;
}
