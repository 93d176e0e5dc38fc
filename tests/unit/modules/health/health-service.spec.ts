import { expect } from 'chai';
import { createHealthService } from '../../../../src/modules/health/health.service.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import type { HealthStatus, Probes } from '../../../../src/modules/health/health.types.ts';

const parts = ['database', 'cache', 'message_queue', 'external_services', 'incidents'] as const;
const all = (status: HealthStatus): Record<(typeof parts)[number], HealthStatus> => ({
  ...{ database: status, cache: status, message_queue: status, external_services: status, incidents: status },
});

function serviceWith(statuses: Partial<ReturnType<typeof all>>, isAccepting = true) {
  const asked: string[] = [];
  const probes = Object.fromEntries(
    Object.entries({ ...all('healthy'), ...statuses }).map(([part, status]) => [
      part,
      () => {
        asked.push(part);
        return Promise.resolve({ status, message: null, facts: [{ name: part, value: 1 }] });
      },
    ]),
  ) as unknown as Probes;
  const build = { version: '2.0.0', commit: null };
  const health = createHealthService({ build, probes, isAccepting: () => isAccepting, uptimeSeconds: () => 12.9 });
  return { health, asked };
}

/** What a call returns, or the problem that it throws. */
const outcomeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.catch((error: unknown) => (error instanceof AppError ? [error.status, error.code, error.headers] : error));
const unavailable = [503, 'service_unavailable', { 'retry-after': '1' }];

describe('health', () => {
  for (const [database, health, readiness] of [
    ['healthy', { status: 'healthy' }, { ready: true }],
    ['degraded', { status: 'degraded' }, { ready: true }],
    ['unhealthy', unavailable, unavailable],
  ] as const) {
    it(`with a database that is ${database}, whatever the other parts are`, async () => {
      for (const others of ['healthy', 'degraded', 'unhealthy'] as const) {
        const { health: service, asked } = serviceWith({ ...all(others), database });
        expect(await outcomeOf(service.getHealth())).to.deep.equal(health);
        expect(await outcomeOf(service.getReadiness())).to.deep.equal(readiness);
        expect(asked).to.deep.equal(['database', 'database']);
      }
    });
  }

  it('is not ready while the process starts or drains, and does not ask the database for it', async () => {
    const { health: service, asked } = serviceWith({}, false);
    expect(await outcomeOf(service.getReadiness())).to.deep.equal(unavailable);
    expect(asked).to.deep.equal([]);
    expect(await outcomeOf(service.getHealth())).to.deep.equal({ status: 'healthy' });
  });

  for (const part of parts) {
    for (const status of ['degraded', 'unhealthy'] as const) {
      it(`in detail is ${status} when ${part} is`, async () => {
        const detail = await serviceWith({ [part]: status }).health.getDetailedHealth();
        expect(detail).to.include({ status, version: '2.0.0', commit: null, uptime_seconds: 12 });
        for (const one of parts) expect(detail[one].facts).to.deep.equal([{ name: one, value: 1 }]);
        expect(detail[part].status).to.equal(status);
      });
    }
  }

  it('in detail is as bad as the worst part', async () => {
    const statuses = { database: 'degraded', cache: 'unhealthy', message_queue: 'degraded' } as const;
    expect((await serviceWith(statuses).health.getDetailedHealth()).status).to.equal('unhealthy');
    expect((await serviceWith({}).health.getDetailedHealth()).status).to.equal('healthy');
  });
});
