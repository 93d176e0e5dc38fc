import type { ApiKeysHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { created, ifMatch, noContent, okVersioned } from '../../contract/replies.ts';
import * as apiKeys from './api-keys.service.ts';

export function createApiKeysController({ pager }: { readonly pager: Pager }): ApiKeysHandlers {
  return {
    async listApiKeys({ query }, unit) {
      const list = '/api/v2/api-keys';
      return pager.reply(list, query, await apiKeys.listApiKeys(unit, query, pager.read(list, query)));
    },
    async createApiKey({ body }, unit) {
      const key = await apiKeys.createApiKey(unit, body);
      return created(key, `/api/v2/api-keys/${key.id}`);
    },
    async getApiKey({ path }, unit) {
      return okVersioned(await apiKeys.getApiKey(unit, path.api_key_id));
    },
    async deleteApiKey({ path, headers }, unit) {
      await apiKeys.deleteApiKey(unit, path.api_key_id, ifMatch(headers));
      return noContent();
    },
  };
}
