// What other modules may use of users.
export {
  findAccount,
  findUser,
  lockUser,
  openAccount,
  registerUser,
  requireUser,
  updateProfile,
} from './users.service.ts';
