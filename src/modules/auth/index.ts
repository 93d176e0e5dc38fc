// What other modules may use of accounts.
export { createSessionResponse } from './log-in/session-response.service.ts';
export { createMfaService, requireFullProof, type MfaService } from './mfa/mfa.service.ts';
export { countUnusedRecoveryCodes } from './mfa/mfa.repository.ts';
export { sealedFactors } from './mfa/sealed-factors.service.ts';
export { createSecondFactor } from './mfa/second-factor.service.ts';
export { hashFirstPassword } from './passwords/first-password.service.ts';
