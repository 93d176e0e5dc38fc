import type { ParameterizedContext } from 'koa';
import type { Logger } from 'pino';
import type { RateState } from '../contract/access/rate-limits.ts';
import type { AppError } from '../problems/app-error.ts';
import type { RequestState } from '../platform/request-state.ts';
import type { ForwardingHeader } from './client-address.ts';
import type { Version } from '../platform/versions.ts';

export type { Version };
export type HttpContext = ParameterizedContext<RequestState>;
export type HttpMiddleware = (context: HttpContext, next: () => Promise<void>) => Promise<void>;

/** The contract's engine of one document: serves a request, or throws an AppError. */
export interface Engine {
  handle(context: HttpContext): Promise<void>;
  /** Throws an error that has nothing to do with the operation, once the headers of its responses are set. */
  refuse(context: HttpContext, error: AppError): never;
}

/** One entry of openapi/shared/problems.yaml. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** Sentence for `detail`, with `{param}` where the error's params go. */
  readonly detail: string;
  /** What it means. */
  readonly meaning: string;
  /** When it happens. */
  readonly when: string;
  /** What to do. */
  readonly remedy: string;
}

export type ProblemCatalogue = Readonly<Record<string, ProblemEntry>>;

/** A bundled OpenAPI document; only these parts are read here, all of it is served. */
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

/** Origins whose pages may read responses: a list, every one (then without cookies), or those on the same machine. */
export type CorsOrigins = readonly string[] | '*' | 'localhost';

export interface HttpSettings {
  readonly corsOrigins: CorsOrigins;
  /** Origin that links begin with, without a trailing slash; empty makes them relative. Never the Host header. */
  readonly publicUrl: string;
  /** How many proxies in front of the server are trusted to have written `proxyHeader`; 0 trusts none. */
  readonly trustedProxies: number;
  readonly proxyHeader: ForwardingHeader;
  readonly metrics: {
    /** Whether /metrics is served beside everything else. */
    readonly isPublic: boolean;
    /** What readers must show; undefined for nothing. */
    readonly token: string | undefined;
  };
}

interface Counted<Label extends string> {
  inc(labels: Readonly<Record<Label, string | number>>): void;
}

/** What is counted here, of platform/metrics. */
export interface HttpMetrics {
  readonly registry: { metrics(): Promise<string>; readonly contentType: string };
  readonly httpRequests: Counted<'operation_id' | 'version' | 'status'>;
  readonly httpErrors: Counted<'operation_id' | 'version' | 'code'>;
  readonly httpDuration: {
    observe(labels: Readonly<Record<'operation_id' | 'version', string>>, seconds: number): void;
  };
  readonly httpInFlight: { inc(): void; dec(): void };
}

/** Counts requests by class; both engines and the pages share one. */
export interface PageLimiter {
  /** @throws AppError `rate_limited` when the client has used up its quota of the class */
  count(className: 'pages' | 'documents', client: string): Promise<RateState | undefined>;
}

/** A problem with a status, or a code, that its operation does not declare. */
export interface UndeclaredProblem {
  readonly version: Version;
  readonly operation_id: string;
  readonly status: number;
  readonly part: 'status' | 'body';
  readonly pointer: string;
  readonly keyword: string;
}

export interface HttpOptions {
  readonly engines: Readonly<Record<Version, Engine>>;
  readonly documents: Readonly<Record<Version, OpenApiDocument>>;
  readonly problems: ProblemCatalogue;
  readonly logger: Logger;
  readonly metrics: HttpMetrics;
  readonly settings: HttpSettings;
  /** Told of every problem that its operation does not declare; must not throw. */
  readonly onBreach: (breach: UndeclaredProblem) => void;
  /** Undefined switches all limits off. */
  readonly rateLimiter: PageLimiter | undefined;
}
