import type { HealthHandlers } from '../../../generated/v2/handlers.ts';
import { ok } from '../../contract/controller/responses.ts';
import type { HealthService } from './health.service.ts';

export function createHealthController(health: HealthService): HealthHandlers {
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
