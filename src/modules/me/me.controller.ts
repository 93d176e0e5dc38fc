import type { MeHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { ifMatch, noContent, okVersioned } from '../../contract/replies.ts';
import * as me from './me.service.ts';

export function createMeController({ pager }: { readonly pager: Pager }): MeHandlers {
  return {
    async getMe(_request, unit) {
      return okVersioned(await me.getMe(unit));
    },
    async updateMe({ body, headers }, unit) {
      return okVersioned(await me.updateMe(unit, body, ifMatch(headers)));
    },
    async listMySessions({ query }, unit) {
      const list = '/api/v2/me/sessions';
      return pager.reply(list, query, await me.listMySessions(unit, pager.read(list, query)));
    },
    async revokeMyOtherSessions(_request, unit) {
      await me.endOtherSessions(unit);
      return noContent();
    },
    async listMyInvitations({ query }, unit) {
      const list = '/api/v2/me/invitations';
      return pager.reply(list, query, await me.listOwnInvitations(unit, pager.read(list, query)));
    },
    async revokeMySession({ path }, unit) {
      await me.endOwnSession(unit, path.session_id);
      return noContent();
    },
  };
}
