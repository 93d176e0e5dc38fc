export { contractVersion } from '../../generated/client.ts';
export { createArchitect, type Architect, type ArchitectOptions, type StreamResult } from './create-architect.ts';
export {
  ArchitectConnectionError,
  ArchitectProblem,
  ArchitectResponseError,
  isProblem,
  type KnownProblemCode,
  type ProblemCode,
} from './errors.ts';
export type { Fetch, HttpClient } from './http-client.ts';
export type {
  Arguments,
  CallInput,
  CallResult,
  CommonInput,
  DataOf,
  ItemOf,
  NotModified,
  OperationId,
  PagedId,
  PageOf,
  PatchOf,
  RawBody,
  RevalidatedId,
  RevalidationInput,
  StreamedRecord,
  StreamId,
  UpdateId,
  UpdateInput,
} from './operations.ts';
export type { Pages } from './pages.ts';
export type { RetryOptions } from './retry.ts';
export {
  verifyWebhook,
  WebhookVerificationError,
  type WebhookEvent,
  type WebhookEvents,
  type WebhookFault,
  type WebhookHeaders,
  type WebhookOptions,
} from './webhooks.ts';
export type * from '../../generated/v2/types.ts';
