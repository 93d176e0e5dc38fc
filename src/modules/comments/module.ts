import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createCommentsController } from './comments.controller.ts';
import { keptComments } from './comments.keeping.ts';

export function createCommentsModule({ pager }: AppContext) {
  return { v2: createCommentsController({ pager }), kept: { v2: keptComments } } satisfies Module;
}
