// What app.ts hands on from accounts to those who use them.
export { createLogInService, type LogInService } from './log-in.service.ts';
export { createRegistrationService, type RegistrationService } from './registration.service.ts';
