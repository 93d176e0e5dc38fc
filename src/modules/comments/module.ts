import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createCommentsController } from './comments.controller.ts';

export function createCommentsModule({ pager }: AppContext) {
  return { v2: createCommentsController({ pager }) } satisfies Module;
}
