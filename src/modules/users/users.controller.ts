import type { UsersHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import * as administration from './administration.service.ts';
import type { CreateUser } from './creation.service.ts';
import type { DeleteUser } from './erasure.service.ts';

interface UsersCollaborators {
  readonly pager: Pager;
  readonly createUser: CreateUser;
  readonly deleteUser: DeleteUser;
}

export function createUsersController({ pager, createUser, deleteUser }: UsersCollaborators): UsersHandlers {
  return {
    async listUsers({ query }, unit) {
      const list = paths.listUsers();
      return pager.respond(list, query, await administration.listUsers(unit, query, pager.read(list, query)));
    },
    async createUser({ body }, unit) {
      const user = await createUser(unit, body);
      return created(user, paths.getUser({ user_id: user.id }));
    },
    async getUser({ path }, unit) {
      return okVersioned(await administration.getUser(unit, path.user_id));
    },
    async updateUser({ path, precondition, body }, unit) {
      return okVersioned(await administration.updateUser(unit, path.user_id, body, precondition));
    },
    async deleteUser({ path, precondition }, unit) {
      await deleteUser(unit, path.user_id, precondition);
      return noContent();
    },
  };
}
