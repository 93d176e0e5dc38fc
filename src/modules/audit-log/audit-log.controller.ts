import type { AuditLogHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { ok, streamed } from '../../contract/controller/responses.ts';
import * as auditLog from './audit-log.service.ts';

export function createAuditLogController({ pager }: { readonly pager: Pager }): AuditLogHandlers {
  return {
    async listAuditEntries({ query }, unit) {
      const list = paths.listAuditEntries();
      return pager.respond(list, query, await auditLog.listAuditEntries(unit, query, pager.read(list, query)));
    },
    exportAuditLog({ query, media_type }, unit) {
      const entries = auditLog.exportAuditEntries(unit, query);
      return Promise.resolve(
        media_type === 'text/csv'
          ? streamed(media_type, auditLog.asRows(entries), { name: 'audit-log.csv', bom: query.bom })
          : streamed(media_type, entries, { name: 'audit-log.ndjson' }),
      );
    },
    async getAuditEntry({ path }, unit) {
      return ok(await auditLog.getAuditEntry(unit, path.entry_id));
    },
    async verifyAuditLog({ query }, unit) {
      return ok(await auditLog.verifyAuditLog(unit, query.log));
    },
  };
}
