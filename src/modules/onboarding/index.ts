// What modules.ts hands to those who open an account.
export { createOnboarding } from './onboarding.service.ts';
