// What other modules may use of users.
export { findAccount, findUser, lockUser, openAccount, registerUser } from './users.service.ts';
