import { expect } from 'chai';
import { serviceUnavailable } from '../../../../src/platform/database-errors.ts';
import { OpenTelemetryTracer } from '../../../../src/platform/tracing/open-telemetry-tracer.ts';
import { openOtlpReceiver, type OtlpReceiver } from '../../../support/otlp/receiver.ts';

const secret = 'ada@example.org';
const build = { version: '1.2.3', commit: null };

/** Errors whose messages contain what a caller sent, and what a span says of each. */
const failures: readonly (readonly [unknown, string])[] = [
  [new Error(secret), 'Error'],
  [new TypeError(secret), 'TypeError'],
  [Object.assign(new Error(secret), { code: '23505' }), '23505'],
  [Object.assign(new Error(secret), { code: 7 }), 'Error'],
  [new Error(secret, { cause: Object.assign(new Error(secret), { code: 'ECONNREFUSED' }) }), 'ECONNREFUSED'],
  [new RangeError(secret, { cause: new Error(secret) }), 'RangeError'],
  [serviceUnavailable(new Error(secret)), 'service_unavailable'],
  [secret, 'string'],
  [null, 'object'],
];

describe('the span of what fails', () => {
  let receiver: OtlpReceiver;
  before(async () => {
    receiver = await openOtlpReceiver();
  });
  after(() => receiver.close());

  it('has the class of the error, and never its message', async () => {
    const tracer = new OpenTelemetryTracer(
      {
        ...{ endpoint: `${receiver.url}/v1/traces`, headers: {}, timeoutMs: 5000, batchMs: 60_000, queueMax: 100 },
        ...{ service: 'architect', resource: {}, sampler: 'always_on', ratio: 1 },
      },
      { build, environment: 'test' },
    );
    for (const [index, [error]] of failures.entries()) {
      const thrown = await tracer
        .inSpan({ name: `work ${index}`, kind: 'client', attributes: {} }, () => {
          tracer.beginStatement(`statement ${index}`)!(error);
          throw error;
        })
        .catch((caught: unknown) => caught);
      expect(thrown).to.equal(error);
    }
    await tracer.close();
    const typeOf = (name: string) => receiver.spans.find((span) => span.name === name)?.attributes['error.type'];
    for (const [index, [, name]] of failures.entries()) {
      expect(typeOf(`work ${index}`), `work ${index}`).to.equal(name);
      expect(typeOf(`statement ${index}`), `statement ${index}`).to.equal(name);
    }
    expect(receiver.spans.every(({ isFailed }) => isFailed)).to.equal(true);
    expect(Buffer.concat(receiver.bodies).includes(secret)).to.equal(false);
  });
});
