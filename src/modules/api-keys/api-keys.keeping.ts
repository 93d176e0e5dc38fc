import type { ApiKeysHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';

export const keptApiKeys = {
  getApiKey: {
    kind: 'user',
    // A key is deleted with its owner's membership.
    tagsOf: ({ id, user_id, organization_id }) => [
      ...[`api_key:${id}`, `member:${user_id}`, `organization:${organization_id}`],
    ],
  },
  listApiKeys: {
    kind: 'resource',
    tagsOf: (_body, { actor: { organization_id } }) => [`api_key@${organization_id}`, `member@${organization_id}`],
  },
} satisfies KeepingRules<ApiKeysHandlers>;
