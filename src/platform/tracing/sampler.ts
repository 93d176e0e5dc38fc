import { TraceFlags } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace';
import type { TraceSettings } from './trace-settings.ts';

type SamplerSettings = Pick<TraceSettings, 'sampler' | 'ratio'>;

/**
 * Creates the sampler that a setting names. A job is sampled if a request that caused it was sampled, so that the trace
 * of the request leads to it; otherwise the sampler decides.
 */
export function createSampler(settings: SamplerSettings): Sampler {
  const inner = samplerOf(settings);
  return {
    shouldSample: (...question) => {
      const links = question[5];
      const isCauseSampled = links.some(({ context }) => (context.traceFlags & TraceFlags.SAMPLED) !== 0);
      if (isCauseSampled) return { decision: SamplingDecision.RECORD_AND_SAMPLED };
      return inner.shouldSample(...question);
    },
    toString: () => `LinkBased{${inner.toString()}}`,
  };
}

function samplerOf({ sampler, ratio }: SamplerSettings): Sampler {
  const isParentBased = sampler.startsWith('parentbased_');
  const root = rootSampler(sampler.replace('parentbased_', ''), ratio);
  return isParentBased ? new ParentBasedSampler({ root }) : root;
}

function rootSampler(name: string, ratio: number): Sampler {
  if (name === 'always_on') return new AlwaysOnSampler();
  return name === 'always_off' ? new AlwaysOffSampler() : new TraceIdRatioBasedSampler(ratio);
}
