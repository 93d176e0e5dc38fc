import { expect } from 'chai';
import { createMetrics } from '../../../src/platform/metrics.ts';

describe('createMetrics', () => {
  it('counts requests, errors and violations by operation', async () => {
    const metrics = createMetrics();
    metrics.httpRequests.inc({ operation_id: 'getTask', version: 'v2', status: '200' });
    metrics.httpDuration.observe({ operation_id: 'getTask', version: 'v2' }, 0.003);
    metrics.httpErrors.inc({ operation_id: 'getTask', version: 'v2', code: 'not_found' });
    metrics.contractViolations.inc({ operation: 'v2.getTask', part: 'body' });
    const text = await metrics.registry.metrics();
    expect(text)
      .to.include('http_requests_total{operation_id="getTask",version="v2",status="200"} 1')
      .and.include('http_request_duration_seconds_bucket{le="0.005",operation_id="getTask",version="v2"} 1')
      .and.include('http_request_errors_total{operation_id="getTask",version="v2",code="not_found"} 1')
      .and.include('contract_violations_total{operation="v2.getTask",part="body"} 1')
      .and.include('nodejs_eventloop_lag_seconds');
  });

  it('reads pool, queues and outbox when asked, each once per scrape', async () => {
    const metrics = createMetrics();
    let depth = 0;
    metrics.observe({
      pool: () => ({ active: 3, idle: 2, waiting: 1, max: 20 }),
      queues: () => Promise.resolve({ mail: { depth: ++depth, oldestSeconds: depth * 10, dead: 2 } }),
      outbox: () => Promise.resolve({ depth: 5, oldestSeconds: 0.5, dead: 0 }),
    });
    for (const scrape of [1, 2]) {
      const text = await metrics.registry.metrics();
      expect(text)
        .to.include('database_pool_connections{state="waiting"} 1')
        .and.include(`job_queue_depth{queue="mail"} ${scrape}`)
        .and.include(`job_queue_oldest_age_seconds{queue="mail"} ${scrape * 10}`)
        .and.include('job_queue_dead{queue="mail"} 2')
        .and.include('outbox_depth 5')
        .and.include('outbox_lag_seconds 0.5');
    }
  });

  it('still responds when a source fails', async () => {
    const metrics = createMetrics();
    metrics.observe({ outbox: () => Promise.reject(new Error('no database')) });
    expect(await metrics.registry.metrics())
      .to.include('http_requests_total')
      .and.not.match(/^outbox_depth \d/m);
  });
});
