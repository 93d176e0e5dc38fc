import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createActivityController } from './activity.controller.ts';

export function createActivityModule({ pager }: AppContext) {
  return { v2: createActivityController({ pager }) } satisfies Module;
}
