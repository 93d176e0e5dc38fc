// What other modules may use of users.
export {
  findAccount,
  findAccountOf,
  findUser,
  lockUser,
  openAccount,
  registerUser,
  replacePassword,
  requireAccount,
  requireUser,
  updateProfile,
} from './users.service.ts';
export type { Account } from './users.types.ts';
