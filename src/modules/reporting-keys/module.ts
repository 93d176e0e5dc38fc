import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createReportingKeysController } from './reporting-keys.controller.ts';

export function createReportingKeysModule({ pager, links: { publicUrl } }: AppContext) {
  return { v2: createReportingKeysController({ pager, publicUrl }) } satisfies Module;
}
