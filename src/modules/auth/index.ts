// What app.ts hands on from accounts to those who use them.
export { hashFirstPassword } from './passwords/first-password.service.ts';
export { createLogInService } from './log-in/log-in.service.ts';
export { createMfaLogIn } from './mfa/mfa-log-in.service.ts';
export { createMfaService, type MfaService } from './mfa/mfa.service.ts';
export { createPasswordChange } from './passwords/password-change.service.ts';
export { createPasswordResetService } from './passwords/password-reset.service.ts';
export { createRegistrationService } from './registration/registration.service.ts';
export { createSessionResponse } from './log-in/session-response.service.ts';
export { createSecondFactor } from './mfa/second-factor.service.ts';
