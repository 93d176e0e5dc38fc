import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createErrorsController } from './errors.controller.ts';
import { keptErrors } from './errors.keeping.ts';

export function createErrorsModule({ pager }: AppContext) {
  return { v2: createErrorsController({ pager }), kept: { v2: keptErrors } } satisfies Module;
}
