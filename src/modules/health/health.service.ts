import { problems } from '../../../generated/problems.ts';
import type { DetailedHealth, Health, Readiness } from '../../../generated/v2/types.ts';
import type { HealthSettings, HealthStatus } from './health.types.ts';

const badness: Readonly<Record<HealthStatus, number>> = { healthy: 0, degraded: 1, unhealthy: 2 };
const retry = { headers: { 'retry-after': '1' } };

export interface HealthService {
  /** @throws AppError `service_unavailable` (503) while the database does not respond */
  getHealth(): Promise<Health>;
  /** @throws AppError `service_unavailable` (503) while the process should get no requests */
  getReadiness(): Promise<Readiness>;
  getDetailedHealth(): Promise<DetailedHealth>;
  /** Returns what getHealth and getReadiness tell everybody, without an error. */
  readPublicHealth(): Promise<{ readonly isDatabaseUp: boolean; readonly isAccepting: boolean }>;
}

export function createHealthService({ build, probes, isAccepting, uptimeSeconds }: HealthSettings): HealthService {
  return {
    async getHealth() {
      const { status } = await probes.database();
      if (status === 'unhealthy') throw problems.service_unavailable({}, retry);
      return { status };
    },
    async getReadiness() {
      if (!isAccepting()) throw problems.service_unavailable({}, retry);
      if ((await probes.database()).status === 'unhealthy') throw problems.service_unavailable({}, retry);
      return { ready: true };
    },
    async readPublicHealth() {
      const { status } = await probes.database();
      return { isDatabaseUp: status !== 'unhealthy', isAccepting: isAccepting() };
    },
    async getDetailedHealth() {
      const [database, cache, message_queue, external_services, incidents] = await Promise.all([
        probes.database(),
        probes.cache(),
        probes.message_queue(),
        probes.external_services(),
        probes.incidents(),
      ]);
      const parts = [database, cache, message_queue, external_services, incidents];
      const status = parts
        .map((part) => part.status)
        .reduce((worst, next) => (badness[next] > badness[worst] ? next : worst));
      return {
        status,
        version: build.version,
        commit: build.commit,
        uptime_seconds: Math.floor(uptimeSeconds()),
        database,
        cache,
        message_queue,
        external_services,
        incidents,
      };
    },
  };
}
