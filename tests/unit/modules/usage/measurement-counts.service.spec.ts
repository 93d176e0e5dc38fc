import { expect } from 'chai';
import { MeasurementCounts } from '../../../../src/modules/usage/measurement-counts.service.ts';
import {
  DURATION_BOUNDS_MS,
  SESSIONS_KEY_ID,
  type RequestMeasurement,
} from '../../../../src/modules/usage/measurements.types.ts';

const at = new Date('2026-11-23T12:14:59.999Z');
const credential = { credential_id: 'key', credential_type: 'api_key', scopes: undefined } as const;
const place = { organization_id: 'organization', role: 'member' } as const;
const caller = { user_id: 'user', is_operator: false, ...credential, ...place } as const;

function responseOf(overrides: Partial<RequestMeasurement> = {}): RequestMeasurement {
  return { version: 'v2', operation_id: 'getTask', actor: caller, status: 200, at, durationMs: 1.5, ...overrides };
}

function takenOf(...responses: readonly Partial<RequestMeasurement>[]) {
  const counts = new MeasurementCounts(100);
  for (const response of responses) counts.note(responseOf(response));
  return counts.take();
}

/** The places of the steps that have requests. */
function placesOf(durations: readonly number[]): number[] {
  return durations.flatMap((requests, place) => (requests > 0 ? [place] : []));
}

describe('MeasurementCounts', () => {
  it('adds up the requests of a key for an operation in a quarter of an hour', () => {
    const [count, ...others] = takenOf({ durationMs: 1.5 }, { durationMs: 2.25, status: 404 }, { status: 503 });
    expect(others).to.deep.equal([]);
    expect(count).to.include({
      ...{ organization_id: 'organization', api_key_id: 'key', version: 'v2', operation_id: 'getTask' },
      ...{ began_at: '2026-11-23T12:00:00.000Z', requests: 3, client_errors: 1, server_errors: 1, duration_us: 5250 },
    });
  });

  it('tells quarters, operations, versions, keys and organizations apart', () => {
    const others: readonly Partial<RequestMeasurement>[] = [
      { at: new Date('2026-11-23T12:15:00.000Z') },
      { operation_id: 'listTasks' },
      { version: 'v1' },
      { actor: { ...caller, credential_id: 'another' } },
      { actor: { ...caller, organization_id: 'another' } },
    ];
    const taken = takenOf({}, ...others);
    expect(taken.map(({ requests }) => requests)).to.deep.equal([1, 1, 1, 1, 1, 1]);
  });

  it('counts all sessions together, and nobody without a credential or an organization', () => {
    const taken = takenOf(
      { actor: { ...caller, credential_type: 'session', credential_id: 'a' } },
      { actor: { ...caller, credential_type: 'session', credential_id: 'b' } },
      { actor: { ...caller, credential_type: null, credential_id: null } },
      { actor: { ...caller, organization_id: '' } },
    );
    expect(taken.map(({ api_key_id, requests }) => ({ api_key_id, requests }))).to.deep.equal([
      { api_key_id: SESSIONS_KEY_ID, requests: 2 },
    ]);
  });

  it('counts a duration in the step that ends with it, and longer ones after all steps', () => {
    const placeOf = (durationMs: number): number[] => placesOf(takenOf({ durationMs })[0]!.durations);
    expect([placeOf(0), placeOf(1), placeOf(1.001)]).to.deep.equal([[0], [0], [1]]);
    for (const [place, bound] of DURATION_BOUNDS_MS.entries()) {
      expect([placeOf(bound), placeOf(bound + 0.001)]).to.deep.equal([[place], [place + 1]]);
    }
    expect(placeOf(1e9)).to.deep.equal([DURATION_BOUNDS_MS.length]);
  });

  it('begins anew once its counts are taken', () => {
    const counts = new MeasurementCounts(100);
    counts.note(responseOf());
    expect(counts.take()).to.have.length(1);
    expect(counts.take()).to.deep.equal([]);
  });

  it('adds what could not be written to what has been counted since', () => {
    const counts = new MeasurementCounts(100);
    counts.note(responseOf({ status: 500, durationMs: 20 }));
    counts.note(responseOf({ operation_id: 'listTasks' }));
    const taken = counts.take();
    counts.note(responseOf({ status: 400, durationMs: 3 }));
    counts.restore(taken);
    const [both, restored] = counts.take();
    expect(both).to.include({ requests: 2, client_errors: 1, server_errors: 1, duration_us: 23_000 });
    expect(placesOf(both!.durations).map((place) => DURATION_BOUNDS_MS[place])).to.deep.equal([3, 20]);
    expect(restored).to.include({ operation_id: 'listTasks', requests: 1 });
  });

  it('drops what needs more counts than it may hold, and goes on with those that it has', () => {
    const counts = new MeasurementCounts(1);
    counts.note(responseOf());
    counts.note(responseOf({ operation_id: 'listTasks' }));
    counts.note(responseOf());
    const taken = counts.take();
    expect(taken.map(({ operation_id, requests }) => [operation_id, requests])).to.deep.equal([['getTask', 2]]);
    counts.note(responseOf({ operation_id: 'listTasks' }));
    counts.restore(taken);
    expect(counts.take().map(({ operation_id }) => operation_id)).to.deep.equal(['listTasks']);
  });
});
