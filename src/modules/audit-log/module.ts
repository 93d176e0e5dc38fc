import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createAuditLogController } from './audit-log.controller.ts';

export function createAuditLogModule({ pager }: AppContext) {
  return { v2: createAuditLogController({ pager }) } satisfies Module;
}
