import type { ParameterizedContext } from 'koa';
import type { Logger } from 'pino';
import type { RateState } from '../contract/access/rate-limits.ts';
import type { AppError, Violation } from '../problems/app-error.ts';
import type { OverloadReason } from '../platform/load-watch.ts';
import type { RequestState } from '../platform/request-state.ts';
import type { ForwardingHeader } from './client-address.ts';
import type { Tracer } from '../platform/tracing/tracer.ts';
import type { Actor } from '../platform/unit.ts';
import type { Version } from '../platform/versions.ts';

export type { Version };
export type HttpContext = ParameterizedContext<RequestState>;
export type HttpMiddleware = (context: HttpContext, next: () => Promise<void>) => Promise<void>;

/** The engine of one document: serves a request, or throws an AppError. */
export interface Engine {
  handle(context: HttpContext): Promise<void>;
  /**
   * Throws an error that does not depend on the operation, after the headers of the operation's responses have been
   * set.
   */
  refuse(context: HttpContext, error: AppError): never;
}

/** One entry of openapi/shared/problems.yaml. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** The text of `detail`, with placeholders such as `{param}` for the error's params. */
  readonly detail: string;
  /** What the problem means. */
  readonly meaning: string;
  /** When the problem happens. */
  readonly when: string;
  /** What the caller can do. */
  readonly remedy: string;
  /** Values for the placeholders of `detail` in an example. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The violations in an example. */
  readonly errors?: readonly Violation[];
}

export type ProblemCatalogue = Readonly<Record<string, ProblemEntry>>;

/** A bundled OpenAPI document. Only these members are read here; the whole document is served. */
export interface OpenApiDocument {
  readonly [part: string]: unknown;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary?: string;
    readonly description?: string;
  };
  readonly paths?: Readonly<Record<string, unknown>>;
}

/** Origins whose pages may read responses: a list, all origins (then without cookies), or those on the same machine. */
export type CorsOrigins = readonly string[] | '*' | 'localhost';

export interface HttpSettings {
  readonly corsOrigins: CorsOrigins;
  /**
   * The origin of absolute links, without a trailing slash. If it is empty, links are relative. The Host header is
   * never used.
   */
  readonly publicUrl: string;
  /** How many proxies in front of this server are trusted to write `proxyHeader`; 0 trusts none. */
  readonly trustedProxies: number;
  readonly proxyHeader: ForwardingHeader;
  readonly metrics: {
    /** Whether the main port serves /metrics too. */
    readonly isPublic: boolean;
    /** The token that readers must send; undefined admits all. */
    readonly token: string | undefined;
  };
}

interface Counted<Label extends string> {
  inc(labels: Readonly<Record<Label, string | number>>): void;
}

/** The metrics of platform/metrics that this layer updates. */
export interface HttpMetrics {
  readonly registry: { metrics(): Promise<string>; readonly contentType: string };
  readonly httpRequests: Counted<'operation_id' | 'version' | 'class' | 'status'>;
  readonly httpErrors: Counted<'operation_id' | 'version' | 'code'>;
  readonly httpDuration: {
    observe(labels: Readonly<Record<'operation_id' | 'version' | 'class', string>>, seconds: number): void;
  };
  readonly cacheRequests: Counted<'cache' | 'result'>;
  readonly httpInFlight: { inc(): void; dec(): void };
  readonly httpShed: Counted<'reason'>;
}

/** Counts requests by class. Both engines and the pages share one instance. */
export interface PageLimiter {
  /** @throws AppError `rate_limited` if the client has used up its quota of the class */
  count(className: 'pages' | 'documents', client: string): Promise<RateState | undefined>;
}

/** A response of an operation to an authenticated caller. */
export interface MeasuredResponse {
  readonly version: Version;
  readonly operation_id: string;
  readonly actor: Actor;
  readonly status: number;
  readonly durationMs: number;
}

/** A problem with a status or code that its operation does not declare. */
export interface UndeclaredProblem {
  readonly version: Version;
  readonly operation_id: string;
  readonly status: number;
  readonly part: 'status' | 'body';
  readonly pointer: string;
  readonly keyword: string;
}

/** What one release of a document changed, as generated/changelog.json has it. */
export interface ChangelogRelease {
  readonly document: string;
  readonly version: string;
  /** yyyy-mm-dd; null for a version that is served and not released yet. */
  readonly released_on: string | null;
  readonly added: readonly ChangelogNote[];
  readonly changed: readonly ChangelogNote[];
  readonly deprecated: readonly ChangelogNote[];
  readonly removed: readonly ChangelogNote[];
}

export interface ChangelogNote {
  readonly kind: string;
  readonly where: string;
  readonly reason: string;
  /** operationIds or names of webhooks; empty if all are affected. */
  readonly operations: readonly string[];
}

/** What the service tells everybody about its state. */
export interface PublicHealth {
  readonly isDatabaseUp: boolean;
  /** False while the process starts or shuts down. */
  readonly isAccepting: boolean;
  /** When it was read. */
  readonly at: Date;
}

export interface LoadOptions {
  /**
   * Called for each request to an operation when it has been read. Returns where it would wait too long.
   * @param isChange whether it needs a connection to the database in any case
   */
  reasonToRefuse(path: string, isChange: boolean): OverloadReason | undefined;
  /** The requests that are always served, as `POST /api/v2/auth/login`. */
  readonly first: ReadonlySet<string>;
  /** Whether one connection has the requests of many clients. */
  readonly isBehindProxy: boolean;
}

export interface FailedRequest {
  readonly error: AppError;
  /** Undefined for a page around the contract. */
  readonly operation: { readonly id: string; readonly version: Version } | undefined;
  readonly request_id: string;
}

export interface HttpOptions {
  readonly engines: Readonly<Record<Version, Engine>>;
  readonly documents: Readonly<Record<Version, OpenApiDocument>>;
  /** The releases of the documents, the newest first. */
  readonly changelog: readonly ChangelogRelease[];
  readonly problems: ProblemCatalogue;
  readonly logger: Logger;
  readonly metrics: HttpMetrics;
  /** Returns all metrics in the text format of Prometheus. */
  readonly readMetrics: () => Promise<string>;
  /** Undefined if tracing is off. */
  readonly tracer?: Tracer | undefined;
  readonly settings: HttpSettings;
  /** Called for every undeclared problem. Must not throw. */
  readonly onBreach: (breach: UndeclaredProblem) => void;
  /** Called for every response to an authenticated caller, when it has been sent. Must not throw. */
  readonly onMeasured?: ((response: MeasuredResponse) => void) | undefined;
  /** Called for every request that fails because of a bug, with a status of 500 or above. Must not throw. */
  readonly onFailure: (failed: FailedRequest) => void;
  /** Must not throw. */
  readonly readHealth: () => Promise<PublicHealth>;
  /** Undefined switches all rate limits off. */
  readonly rateLimiter: PageLimiter | undefined;
  /** Undefined if the server takes every request, whatever it has to do. */
  readonly load?: LoadOptions | undefined;
}
