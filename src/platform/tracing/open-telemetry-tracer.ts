// The only file that imports OpenTelemetry's packages; open-tracer.ts loads it if tracing is on.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingHttpHeaders } from 'node:http';
import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Link,
  type Span,
  type Tracer as Recorder,
} from '@opentelemetry/api';
import { ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import { endsWithin } from '../bounded.ts';
import { serviceUnavailable } from '../database-errors.ts';
import { newId } from '../ids.ts';
import { createSampler } from './sampler.ts';
import type { TracedProcess, TraceSettings } from './trace-settings.ts';
import type { RequestEnd, RequestSpan, SpanDescription, TraceContext, Tracer } from './tracer.ts';

type ExportListener = (error: Error | undefined) => void;

const kinds = { client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const;
const EXPORT_GRACE_MS = 1000;
/** The limit for the last export, when the process ends. */
const CLOSE_MS_MAX = 3000;
const propagator = new W3CTraceContextPropagator();

/** Records spans and sends them to an OTLP receiver in batches. Nothing waits for the receiver. */
export class OpenTelemetryTracer implements Tracer {
  readonly #provider: TracerProvider;
  readonly #recorder: Recorder;
  /** The current span travels with asynchronous work, because statements are sent far below the code that knows it. */
  readonly #current = new AsyncLocalStorage<Context>();
  readonly #listeners: ExportListener[] = [];

  constructor(settings: TraceSettings & { readonly endpoint: string }, { build, environment }: TracedProcess) {
    const { endpoint: url, headers, timeoutMs, batchMs, queueMax, service, resource } = settings;
    const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: timeoutMs });
    const processor = new BatchSpanProcessor({
      exporter: reporting(exporter, (error) => {
        for (const listener of this.#listeners) listener(error);
      }),
      scheduledDelayMillis: batchMs,
      maxQueueSize: queueMax,
      // The exporter's own limit must end first, because only its failures are reported.
      exportTimeoutMillis: timeoutMs + EXPORT_GRACE_MS,
    });
    const attributes = {
      'service.version': build.version,
      'service.instance.id': newId(),
      'deployment.environment.name': environment,
      ...resource,
      'service.name': service,
    };
    this.#provider = new TracerProvider({
      sampler: createSampler(settings),
      resource: defaultResource().merge(resourceFromAttributes(attributes)),
      spanProcessors: [processor],
    });
    this.#recorder = this.#provider.getTracer('architect', build.version);
  }

  beginRequest(headers: IncomingHttpHeaders): RequestSpan {
    const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
    const startTime = new Date();
    const span = this.#recorder.startSpan('HTTP', { kind: SpanKind.SERVER, startTime }, parent);
    const context = trace.setSpan(parent, span);
    return {
      trace_id: span.spanContext().traceId,
      context: toTraceContext(context),
      run: (work) => this.#current.run(context, work),
      end: ({ name, attributes, failure }: RequestEnd) => {
        span.updateName(name).setAttributes(attributes);
        if (failure !== undefined) markFailed(span, failure);
        span.end();
      },
    };
  }

  async inSpan<Result>(
    { name, kind, attributes, links }: SpanDescription,
    work: (context: TraceContext) => Promise<Result>,
  ): Promise<Result> {
    const parent = links === undefined ? (this.#current.getStore() ?? ROOT_CONTEXT) : ROOT_CONTEXT;
    const options = { kind: kinds[kind], attributes, links: toLinks(links) };
    const span = this.#recorder.startSpan(name, options, parent);
    const context = trace.setSpan(parent, span);
    try {
      return await this.#current.run(context, () => work(toTraceContext(context)));
    } catch (error) {
      markFailed(span, classOf(error));
      throw error;
    } finally {
      span.end();
    }
  }

  beginStatement(summary: string): ((error?: unknown) => void) | undefined {
    const parent = this.#current.getStore();
    // A timer that was set during a request runs in its context, perhaps after its end.
    if (parent === undefined || trace.getSpan(parent)?.isRecording() !== true) return undefined;
    const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': summary };
    const span = this.#recorder.startSpan(summary, { kind: SpanKind.CLIENT, attributes }, parent);
    return (error) => {
      if (error !== undefined) markFailed(span, classOf(error));
      span.end();
    };
  }

  currentIds(): { readonly trace_id: string; readonly span_id: string } | undefined {
    const context = this.#current.getStore();
    const ids = context && trace.getSpanContext(context);
    return ids && { trace_id: ids.traceId, span_id: ids.spanId };
  }

  onExport(listener: ExportListener): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    await endsWithin(CLOSE_MS_MAX, this.#provider.shutdown());
  }
}

/** Tells `onExport` the result of each export. Without it, the SDK prints failures on the console. */
function reporting(exporter: SpanExporter, onExport: ExportListener): SpanExporter {
  return {
    export: (spans, callback) => {
      exporter.export(spans, ({ code, error }) => {
        onExport(code === ExportResultCode.SUCCESS ? undefined : toExportFailure(error));
        callback({ code: ExportResultCode.SUCCESS });
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

/** A receiver that is away or refuses spans is no bug: its log line gives the reason without a stack. */
function toExportFailure(error: Error | undefined): Error {
  const status = error !== undefined && 'code' in error && typeof error.code === 'number' ? `${error.code} ` : '';
  return serviceUnavailable(new Error(`${status}${error?.message ?? 'no response'}`));
}

function toTraceContext(context: Context): TraceContext {
  const carrier: { traceparent?: string; tracestate?: string } = {};
  propagator.inject(context, carrier, defaultTextMapSetter);
  const { traceparent = '', tracestate } = carrier;
  return tracestate === undefined || tracestate === '' ? { traceparent } : { traceparent, tracestate };
}

function toLinks(contexts: readonly TraceContext[] = []): Link[] {
  const distinct = new Map(contexts.map((context) => [context.traceparent, context]));
  return [...distinct.values()].flatMap((carrier) => {
    const context = trace.getSpanContext(propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter));
    return context === undefined ? [] : [{ context }];
  });
}

function markFailed(span: Span, failure: string): void {
  span.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
}

/** The class of an error (its code or name). Messages can contain values of requests. */
function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
