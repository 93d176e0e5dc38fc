// What app.ts hands on from accounts to those who use them.
export { hashFirstPassword } from './first-password.service.ts';
export { createLogInService } from './log-in.service.ts';
export { createMfaLogIn } from './mfa-log-in.service.ts';
export { createMfaService, type MfaService } from './mfa.service.ts';
export { createPasswordChange } from './password-change.service.ts';
export { createPasswordResetService } from './password-reset.service.ts';
export { createRegistrationService } from './registration.service.ts';
export { createSessionAnswer } from './session-answer.service.ts';
export { createSecondFactor } from './second-factor.service.ts';
