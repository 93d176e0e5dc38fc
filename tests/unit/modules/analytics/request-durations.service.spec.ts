import { expect } from 'chai';
import { requestFiguresOf, sumOf } from '../../../../src/modules/analytics/request-durations.service.ts';
import type { MeasuredRequests } from '../../../../src/modules/analytics/request-figures.types.ts';
import { DURATION_BOUNDS_MS } from '../../../../src/modules/usage/index.ts';

/** @param requests by the upper end of their step in milliseconds; Infinity for the step after all others */
function measured(requests: Readonly<Record<number, number>>, errors = 0): MeasuredRequests {
  const durations = [...DURATION_BOUNDS_MS, Infinity].map((bound) => requests[bound] ?? 0);
  const total = durations.reduce((sum, count) => sum + count, 0);
  return { requests: total, client_errors: 0, server_errors: errors, duration_us: total * 1500, durations };
}

describe('figures of requests', () => {
  it('are null without requests', () => {
    expect(requestFiguresOf()).to.deep.equal({
      ...{ requests: 0, client_errors: 0, server_errors: 0 },
      ...{ error_rate: null, p50_ms: null, p95_ms: null, p99_ms: null, mean_ms: null },
    });
  });

  it('interpolate a percentile in the step that it lies in', () => {
    const { p50_ms, p95_ms, p99_ms } = requestFiguresOf(measured({ 20: 100 }));
    expect({ p50_ms, p95_ms, p99_ms }).to.deep.equal({ p50_ms: 17.5, p95_ms: 19.75, p99_ms: 19.95 });
    expect(requestFiguresOf(measured({ 1: 4 })).p50_ms).to.equal(0.5);
  });

  it('pass over steps without requests', () => {
    const { p50_ms, p95_ms, p99_ms } = requestFiguresOf(measured({ 2: 90, 200: 8, 1500: 2 }));
    expect({ p50_ms, p95_ms, p99_ms }).to.deep.equal({ p50_ms: 1.556, p95_ms: 181.25, p99_ms: 1300 });
  });

  it('end a percentile with its step where the share ends there', () => {
    expect(requestFiguresOf(measured({ 3: 50, 8: 50 })).p50_ms).to.equal(3);
  });

  it('say of durations above all steps that they are at least the last bound', () => {
    expect(requestFiguresOf(measured({ 1: 1, [Infinity]: 99 })).p99_ms).to.equal(16_000);
  });

  it('have the mean in milliseconds, and the rate of errors of the server', () => {
    expect(requestFiguresOf(measured({ 2: 3 }, 1))).to.include({ mean_ms: 1.5, error_rate: 0.333333 });
  });

  it('of several parts are those of their sum', () => {
    const sum = sumOf([measured({ 2: 90 }, 1), measured({ 200: 8 }), measured({ 1500: 2 }, 2)]);
    expect(sum).to.deep.equal(measured({ 2: 90, 200: 8, 1500: 2 }, 3));
    expect(sumOf([]).requests).to.equal(0);
  });
});
