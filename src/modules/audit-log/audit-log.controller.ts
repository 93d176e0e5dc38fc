import type { AuditLogHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { ok } from '../../contract/replies.ts';
import * as auditLog from './audit-log.service.ts';

export function createAuditLogController({ pager }: { readonly pager: Pager }): AuditLogHandlers {
  return {
    async listAuditEntries({ query }, unit) {
      const list = '/api/v2/audit-log';
      return pager.reply(list, query, await auditLog.listAuditEntries(unit, query, pager.read(list, query)));
    },
    async getAuditEntry({ path }, unit) {
      return ok(await auditLog.getAuditEntry(unit, path.entry_id));
    },
    async verifyAuditLog({ query }, unit) {
      return ok(await auditLog.verifyAuditLog(unit, query.log));
    },
  };
}
