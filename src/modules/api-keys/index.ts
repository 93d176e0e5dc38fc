// What other modules may use of API keys.
export { createApiKeyAuthenticator } from './api-key-authenticator.service.ts';
export { createApiKey, endApiKeys, listKeysOf } from './api-keys.service.ts';

export { allScopes } from './api-keys.types.ts';
