import { ROOT_CONTEXT, SpanKind, trace, type Link } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import { expect } from 'chai';
import { createSampler } from '../../../../src/platform/tracing/sampler.ts';

const spanContext = (traceFlags: number) => ({
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  traceFlags,
});
const linkTo = (flags: number): Link => ({ context: spanContext(flags) });

/** Whether a span of this trace is sampled. The ratio sampler samples low ids. */
function isSampled(settings: Parameters<typeof createSampler>[0], options: Asked = {}): boolean {
  const { parentFlags, links = [], traceId = 'f'.repeat(32) } = options;
  const parent =
    parentFlags === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, spanContext(parentFlags));
  const { decision } = createSampler(settings).shouldSample(parent, traceId, 'name', SpanKind.SERVER, {}, [...links]);
  return decision === SamplingDecision.RECORD_AND_SAMPLED;
}

interface Asked {
  readonly parentFlags?: number;
  readonly links?: readonly Link[];
  readonly traceId?: string;
}

describe('createSampler', () => {
  const off = { sampler: 'always_off', ratio: 1 } as const;
  const on = { sampler: 'always_on', ratio: 0 } as const;

  it('samples all or nothing, whatever the caller has decided', () => {
    for (const parentFlags of [0, 1]) {
      expect(isSampled(on, { parentFlags })).to.equal(true);
      expect(isSampled(off, { parentFlags })).to.equal(false);
    }
  });

  it('follows the caller if it is based on parents, and decides about new traces itself', () => {
    for (const sampler of ['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const) {
      expect(isSampled({ sampler, ratio: 0 }, { parentFlags: 1 })).to.equal(true);
      expect(isSampled({ sampler, ratio: 1 }, { parentFlags: 0 })).to.equal(false);
    }
    expect(isSampled({ sampler: 'parentbased_always_on', ratio: 0 })).to.equal(true);
    expect(isSampled({ sampler: 'parentbased_always_off', ratio: 1 })).to.equal(false);
  });

  it('samples a part of the traces by their ids', () => {
    for (const sampler of ['traceidratio', 'parentbased_traceidratio'] as const) {
      expect(isSampled({ sampler, ratio: 1 })).to.equal(true);
      expect(isSampled({ sampler, ratio: 0 }, { traceId: `${'0'.repeat(31)}1` })).to.equal(false);
      expect(isSampled({ sampler, ratio: 0.5 }, { traceId: `${'0'.repeat(31)}1` })).to.equal(true);
    }
  });

  it('samples a job if one of its causes was sampled', () => {
    expect(isSampled(off, { links: [linkTo(0), linkTo(1)] })).to.equal(true);
    expect(isSampled(off, { links: [linkTo(0)] })).to.equal(false);
  });
});
