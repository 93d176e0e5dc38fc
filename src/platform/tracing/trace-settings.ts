import type { BuildInfo } from '../build-info.ts';

export const samplerNames = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** How traces are sampled and exported. */
export interface TraceSettings {
  /** The URL of an OTLP receiver (http/protobuf); undefined switches tracing off. */
  readonly endpoint: string | undefined;
  /** Sent with every export, for example an API key. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly service: string;
  /** Further attributes of the process. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: (typeof samplerNames)[number];
  /** The sampled part of new traces, for the samplers with `traceidratio`. */
  readonly ratio: number;
  /** How long spans are collected before they are exported. */
  readonly batchMs: number;
  /** Further spans are dropped while the receiver is slow or away. */
  readonly queueMax: number;
}

/** What spans say about the process. */
export interface TracedProcess {
  readonly build: BuildInfo;
  readonly environment: string;
}
