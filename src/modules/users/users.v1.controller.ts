import type { UsersHandlers } from '../../../generated/v1/handlers.ts';
import { paths } from '../../../generated/v1/paths.ts';
import type { UserV1 } from '../../../generated/v1/types.ts';
import type { User } from '../../../generated/v2/types.ts';
import { noContent, ok, paginationOf } from '../../contract/controller/responses.ts';
import * as administration from './administration.service.ts';
import type { CreateUser } from './creation.service.ts';
import type { DeleteUser } from './erasure.service.ts';

interface UsersV1Collaborators {
  readonly createUser: CreateUser;
  readonly deleteUser: DeleteUser;
}

export function createUsersV1Controller({ createUser, deleteUser }: UsersV1Collaborators): UsersHandlers {
  return {
    async listUsers({ query }, unit) {
      const { limit, offset, ...filters } = query;
      const range = { limit, offset };
      const { rows, total } = await administration.listUsersByOffset(unit, filters, range);
      return ok({ data: rows.map(present), pagination: paginationOf(range, total) });
    },
    async createUser({ body }, unit) {
      const user = await createUser(unit, body);
      return { status: 201, body: present(user), headers: { location: paths.getUser({ user_id: user.id }) } };
    },
    async getUser({ path }, unit) {
      return ok(present(await administration.getUser(unit, path.user_id)));
    },
    async updateUser({ path, body }, unit) {
      const { active, ...change } = body;
      const deactivated = active === undefined ? undefined : !active;
      return ok(present(await administration.updateUser(unit, path.user_id, { ...change, deactivated }, undefined)));
    },
    async deleteUser({ path }, unit) {
      await deleteUser(unit, path.user_id, undefined);
      return noContent();
    },
  };
}

function present({ id, email, name, deactivated_at, created_at, updated_at }: User): UserV1 {
  return { id, email, name, active: deactivated_at === null, created_at, updated_at };
}
