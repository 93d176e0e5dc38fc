import type { UsersHandlers as UsersV1Handlers } from '../../../generated/v1/handlers.ts';
import type { UsersHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { ANY_USER, userTags } from './user-tags.policy.ts';

// Operators look at users rarely, and a list of them depends on every membership of the installation, so lists are not
// kept.
export const keptUsers = {
  v2: { getUser: { kind: 'user', tagsOf: (user) => userTags(user) } } satisfies KeepingRules<UsersHandlers>,
  v1: {
    getUser: { kind: 'user', tagsOf: ({ id }) => [`user:${id}`, `member:${id}`, ANY_USER] },
  } satisfies KeepingRules<UsersV1Handlers>,
};
