import type { SessionsHandlers } from '../../../generated/v1/handlers.ts';
import type { SessionV1 } from '../../../generated/v1/types.ts';
import type { SessionFacts } from '../../../generated/v2/types.ts';
import { noContent, ok, paginationOf } from '../../contract/controller/responses.ts';
import * as sessions from './administration/administration.service.ts';

export function createSessionsV1Controller(): SessionsHandlers {
  return {
    async listSessions({ query }, unit) {
      const { limit, offset, ...filters } = query;
      const range = { limit, offset };
      const { rows, total } = await sessions.listSessionsByOffset(unit, filters, range);
      return ok({ data: rows.map(present), pagination: paginationOf(range, total) });
    },
    async getSession({ path }, unit) {
      return ok(present(await sessions.getSession(unit, path.session_id)));
    },
    async deleteSession({ path }, unit) {
      await sessions.revokeSession(unit, path.session_id);
      return noContent();
    },
  };
}

function present({
  id,
  user_id,
  address,
  user_agent,
  created_at,
  last_active_at,
  expires_at,
}: SessionFacts): SessionV1 {
  return { id, user_id, address, user_agent: user_agent ?? '', created_at, last_active_at, expires_at };
}
