import type { MeHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { noContent, okVersioned } from '../../contract/replies.ts';
import * as me from './me.service.ts';

export function createMeController({ pager }: { readonly pager: Pager }): MeHandlers {
  return {
    async getMe(_request, unit) {
      return okVersioned(await me.getMe(unit));
    },
    async listMySessions({ query }, unit) {
      const list = '/api/v2/me/sessions';
      return pager.reply(list, query, await me.listMySessions(unit, pager.read(list, query)));
    },
    async revokeMySession({ path }, unit) {
      await me.endOwnSession(unit, path.session_id);
      return noContent();
    },
  };
}
