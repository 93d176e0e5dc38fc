import type { SessionsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { noContent, ok } from '../../contract/controller/responses.ts';
import * as sessions from './administration/administration.service.ts';

export function createSessionsController({ pager }: { readonly pager: Pager }): SessionsHandlers {
  return {
    async listSessions({ query }, unit) {
      const list = paths.listSessions();
      return pager.respond(list, query, await sessions.listSessions(unit, query, pager.read(list, query)));
    },
    async getSession({ path }, unit) {
      return ok(await sessions.getSession(unit, path.session_id));
    },
    async revokeSession({ path }, unit) {
      await sessions.revokeSession(unit, path.session_id);
      return noContent();
    },
    async getSessionStats({ query }, unit) {
      return ok(await sessions.getSessionStats(unit, query.organization_id));
    },
  };
}
