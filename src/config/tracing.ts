// Settings of traces: the standard variables of OpenTelemetry, as far as this server supports them
// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).
import type { SettingsReader } from '../platform/settings-reader.ts';
import { samplerNames } from '../platform/tracing/trace-settings.ts';

/** Files that the exporter reads itself. */
const exporterFiles: readonly string[] = [
  'OTEL_EXPORTER_OTLP_CERTIFICATE',
  'OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE',
  'OTEL_EXPORTER_OTLP_CLIENT_KEY',
];

const DEFAULT_SERVICE = 'architect';

export function readTracing(reader: SettingsReader) {
  const isDisabled = reader.boolean('OTEL_SDK_DISABLED', false);
  const exporter = reader.choice('OTEL_TRACES_EXPORTER', ['otlp', 'none'] as const, 'otlp');
  const endpoint = readEndpoint(reader);
  reader.choice('OTEL_EXPORTER_OTLP_PROTOCOL', ['http/protobuf'] as const, 'http/protobuf');
  reader.choice('OTEL_EXPORTER_OTLP_COMPRESSION', ['none', 'gzip'] as const, 'none');
  for (const name of exporterFiles) reader.text(name);
  const resource = readPairs(reader, 'OTEL_RESOURCE_ATTRIBUTES');
  return Object.freeze({
    /** Where traces are sent; undefined if tracing is off. */
    endpoint: isDisabled || exporter === 'none' ? undefined : endpoint,
    headers: readPairs(reader, 'OTEL_EXPORTER_OTLP_HEADERS'),
    timeoutMs: reader.integer('OTEL_EXPORTER_OTLP_TIMEOUT', { min: 100, max: 600_000, fallback: 10_000 }),
    service: reader.text('OTEL_SERVICE_NAME') ?? resource['service.name'] ?? DEFAULT_SERVICE,
    resource,
    sampler: reader.choice('OTEL_TRACES_SAMPLER', samplerNames, 'parentbased_always_on'),
    ratio: readRatio(reader),
    batchMs: reader.integer('OTEL_BSP_SCHEDULE_DELAY', { min: 10, max: 600_000, fallback: 5000 }),
    queueMax: reader.integer('OTEL_BSP_MAX_QUEUE_SIZE', { min: 512, max: 1_000_000, fallback: 2048 }),
  });
}

/** The endpoint of traces is used as it is; the path of traces is added to the endpoint of all signals. */
function readEndpoint(reader: SettingsReader): string | undefined {
  const form = { path: /^/, like: 'http://collector:4318' };
  const ofTraces = reader.url('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', ['http:', 'https:'], {
    ...form,
    like: 'http://collector:4318/v1/traces',
  });
  const ofAll = reader.url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:'], form);
  return ofTraces ?? (ofAll === undefined ? undefined : `${ofAll.replace(/\/+$/, '')}/v1/traces`);
}

function readRatio(reader: SettingsReader): number {
  const text = reader.text('OTEL_TRACES_SAMPLER_ARG');
  if (text === undefined) return 1;
  if (/^(?:0|1|[01]?\.\d{1,12})$/.test(text) && Number(text) <= 1) return Number(text);
  reader.refuse('OTEL_TRACES_SAMPLER_ARG', 'is not a number from 0 to 1', 'set it to the sampled part, such as 0.1');
  return 1;
}

/** Reads `name=value,name=value` with percent-encoded values. Messages never repeat a value: it may be a secret. */
function readPairs(reader: SettingsReader, name: string): Readonly<Record<string, string>> {
  const text = reader.text(name) ?? '';
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  try {
    return Object.freeze(Object.fromEntries(pairs.map(toPair)));
  } catch {
    reader.refuse(
      name,
      'is not a list of pairs',
      'set it like name=value,other=value, and write % and , as %25 and %2C',
    );
    return {};
  }
}

function toPair(text: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(text) ?? [];
  if (name === '') throw new Error('not a pair');
  return [decodeURIComponent(name), decodeURIComponent(value.trim())];
}
