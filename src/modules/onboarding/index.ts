// What modules.ts passes to the modules that open accounts.
export { createOnboarding } from './onboarding.service.ts';
