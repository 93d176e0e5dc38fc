import type { HealthHandlers } from '../../../generated/v2/handlers.ts';
import { ok } from '../../contract/controller/responses.ts';
import { createHealthService } from './health.service.ts';
import type { HealthSettings } from './health.types.ts';

export function createHealthController(settings: HealthSettings): HealthHandlers {
  const health = createHealthService(settings);
  return {
    async getHealth() {
      return ok(await health.getHealth());
    },
    async getLiveness() {
      return Promise.resolve(ok({ alive: true }));
    },
    async getReadiness() {
      return ok(await health.getReadiness());
    },
    async getDetailedHealth() {
      return ok(await health.getDetailedHealth());
    },
  };
}
