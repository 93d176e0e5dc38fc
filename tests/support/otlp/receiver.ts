import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { Message } from './protobuf.ts';

export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface ReceivedSpan {
  readonly trace_id: string;
  readonly span_id: string;
  /** Empty for the first span of a trace. */
  readonly parent_id: string;
  readonly tracestate: string;
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly attributes: Attributes;
  readonly links: readonly { readonly trace_id: string; readonly span_id: string }[];
  readonly isFailed: boolean;
  /** Nanoseconds. */
  readonly duration: number;
  /** Of the process that sent the span. */
  readonly resource: Attributes;
}

/** A receiver of OTLP over HTTP that decodes traces in Protocol Buffers. */
export interface OtlpReceiver {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** The bodies as they came, without compression, to search in them. */
  readonly bodies: readonly Buffer[];
  readonly headers: readonly IncomingHttpHeaders[];
  /** Responds with this status from now on. */
  respondWith(status: number): void;
  close(): Promise<void>;
}

export async function openOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const bodies: Buffer[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    void request.toArray().then((chunks: Buffer[]) => {
      const sent = Buffer.concat(chunks);
      const isKnown = request.url === '/v1/traces' && request.headers['content-type'] === 'application/x-protobuf';
      headers.push(request.headers);
      if (isKnown && status === 200) {
        const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
        bodies.push(body);
        spans.push(...spansOf(body));
      }
      response.writeHead(isKnown ? status : 404, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    bodies,
    headers,
    respondWith: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Decodes an ExportTraceServiceRequest (https://github.com/open-telemetry/opentelemetry-proto). */
function spansOf(body: Buffer): ReceivedSpan[] {
  return new Message(body).messages(1).flatMap((resourceSpans) => {
    const [resource] = resourceSpans.messages(1);
    const shared = attributesOf(resource?.messages(1) ?? []);
    return resourceSpans.messages(2).flatMap((scope) => scope.messages(2).map((span) => spanOf(span, shared)));
  });
}

const kinds = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;

function spanOf(span: Message, resource: Attributes): ReceivedSpan {
  const [status] = span.messages(15);
  return {
    trace_id: span.bytes(1).toString('hex'),
    span_id: span.bytes(2).toString('hex'),
    tracestate: span.text(3),
    parent_id: span.bytes(4).toString('hex'),
    name: span.text(5),
    kind: kinds[span.integer(6)]!,
    duration: span.integer(8) - span.integer(7),
    attributes: attributesOf(span.messages(9)),
    links: span.messages(13).map((link) => ({
      trace_id: link.bytes(1).toString('hex'),
      span_id: link.bytes(2).toString('hex'),
    })),
    isFailed: status?.integer(3) === 2,
    resource,
  };
}

function attributesOf(pairs: readonly Message[]): Attributes {
  return Object.fromEntries(pairs.map((pair) => [pair.text(1), valueOf(pair.messages(2)[0])] as const));
}

function valueOf(value: Message | undefined): string | number | boolean {
  if (value === undefined) throw new Error('an attribute has no value');
  if (value.has(1)) return value.text(1);
  return value.has(2) ? value.integer(2) === 1 : value.integer(3);
}
