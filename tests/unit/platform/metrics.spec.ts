import { expect } from 'chai';
import { createMetrics } from '../../../src/platform/metrics.ts';

describe('createMetrics', () => {
  it('counts requests, errors and violations by operation', async () => {
    const metrics = createMetrics();
    metrics.httpRequests.inc({ operation_id: 'getTask', version: 'v2', class: 'read', status: '200' });
    metrics.httpDuration.observe({ operation_id: 'getTask', version: 'v2', class: 'read' }, 0.003);
    metrics.httpErrors.inc({ operation_id: 'getTask', version: 'v2', code: 'not_found' });
    metrics.contractViolations.inc({ operation_id: 'getTask', version: 'v2', part: 'body' });
    const text = await metrics.registry.metrics();
    expect(text)
      .to.include('http_requests_total{operation_id="getTask",version="v2",class="read",status="200"} 1')
      .and.include(
        'http_request_duration_seconds_bucket{le="0.005",operation_id="getTask",version="v2",class="read"} 1',
      )
      .and.include('http_request_errors_total{operation_id="getTask",version="v2",code="not_found"} 1')
      .and.include('contract_violations_total{operation_id="getTask",version="v2",part="body"} 1')
      .and.include('nodejs_eventloop_lag_seconds');
  });
});
