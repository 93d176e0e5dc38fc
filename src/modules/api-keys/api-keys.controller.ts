import type { ApiKeysHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, ok, okVersioned } from '../../contract/controller/responses.ts';
import * as apiKeys from './api-keys.service.ts';
import { rotateApiKey } from './rotation.service.ts';
import type { GetApiKeyUsage } from './usage.service.ts';

interface ApiKeysCollaborators {
  readonly pager: Pager;
  readonly getUsage: GetApiKeyUsage;
}

export function createApiKeysController({ pager, getUsage }: ApiKeysCollaborators): ApiKeysHandlers {
  return {
    async listApiKeys({ query }, unit) {
      const list = paths.listApiKeys();
      return pager.respond(list, query, await apiKeys.listApiKeys(unit, query, pager.read(list, query)));
    },
    async createApiKey({ body }, unit) {
      const key = await apiKeys.createApiKey(unit, body);
      return created(key, paths.getApiKey({ api_key_id: key.id }));
    },
    async getApiKey({ path }, unit) {
      return okVersioned(await apiKeys.getApiKey(unit, path.api_key_id));
    },
    async updateApiKey({ path, precondition, body }, unit) {
      return okVersioned(await apiKeys.updateApiKey(unit, path.api_key_id, body, precondition));
    },
    async rotateApiKey({ path, body }, unit) {
      return okVersioned(await rotateApiKey(unit, path.api_key_id, body));
    },
    async getApiKeyUsage({ path, query }, unit) {
      return ok(await getUsage(unit, path.api_key_id, query.days));
    },
    async deleteApiKey({ path, precondition }, unit) {
      await apiKeys.deleteApiKey(unit, path.api_key_id, precondition);
      return noContent();
    },
  };
}
