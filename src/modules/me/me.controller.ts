import type { MeHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { noContent, ok, okVersioned } from '../../contract/controller/responses.ts';
import * as me from './me.service.ts';

interface MeServices {
  readonly pager: Pager;
  readonly mfa: me.MfaService;
  readonly deleteMe: me.DeleteMe;
}

export function createMeController({ pager, mfa, deleteMe }: MeServices): MeHandlers {
  return {
    async getMe(_request, unit) {
      return okVersioned(await me.getMe(unit));
    },
    async updateMe({ body, precondition }, unit) {
      return okVersioned(await me.updateMe(unit, body, precondition));
    },
    async deleteMe({ precondition }, unit) {
      await deleteMe(unit, precondition);
      return noContent();
    },
    async enrolTotp(_request, unit) {
      return ok(await mfa.enrol(unit));
    },
    async confirmTotp({ body }, unit) {
      const { recovery_codes, response } = await mfa.confirm(unit, body.code);
      const headers = { 'set-cookie': response.cookie };
      return { status: 200, body: { recovery_codes, session_start: response.start }, headers };
    },
    async removeTotp(_request, unit) {
      await mfa.remove(unit);
      return noContent();
    },
    async regenerateRecoveryCodes(_request, unit) {
      return ok(await mfa.regenerateCodes(unit));
    },
    async listMySessions({ query }, unit) {
      const list = paths.listMySessions();
      return pager.respond(list, query, await me.listMySessions(unit, pager.read(list, query)));
    },
    async revokeMyOtherSessions(_request, unit) {
      await me.endOtherSessions(unit);
      return noContent();
    },
    async listMyInvitations({ query }, unit) {
      const list = paths.listMyInvitations();
      return pager.respond(list, query, await me.listOwnInvitations(unit, pager.read(list, query)));
    },
    async revokeMySession({ path }, unit) {
      await me.endOwnSession(unit, path.session_id);
      return noContent();
    },
  };
}
