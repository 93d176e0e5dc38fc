// What other modules may use of users.
export { userTags } from './user-tags.policy.ts';
export { setOperator } from './administration.service.ts';
export { createUserErasure, type EraseUser, type ErasureCollaborators } from './erasure.service.ts';
export {
  findAccount,
  findAccountOf,
  findUser,
  lockOpenAccountForShare,
  isOpen,
  lockOwnUser,
  lockUser,
  openAccount,
  registerUser,
  replacePassword,
  requireAccount,
  requireUser,
  updateProfile,
} from './users.service.ts';
export type { Account } from './users.types.ts';
