import type { OrganizationsHandlers } from '../../../../generated/v2/handlers.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import type { Pager } from '../../../contract/controller/pager.ts';
import { noContent, okVersioned } from '../../../contract/controller/responses.ts';
import * as members from './members.service.ts';
import type { MemberOperation } from '../organizations.types.ts';

type MembersHandlers = Pick<OrganizationsHandlers, MemberOperation>;

export function createMembersController({ pager }: { readonly pager: Pager }): MembersHandlers {
  return {
    async listMembers({ path, query }, unit) {
      const list = paths.listMembers(path);
      return pager.respond(list, query, await members.listMembers(unit, query, pager.read(list, query)));
    },
    async getMember({ path }, unit) {
      return okVersioned(await members.getMember(unit, path.user_id));
    },
    async updateMember({ path, precondition, body }, unit) {
      return okVersioned(await members.updateMember(unit, path.user_id, body, precondition));
    },
    async removeMember({ path, precondition }, unit) {
      await members.removeMember(unit, path.user_id, precondition);
      return noContent();
    },
  };
}
