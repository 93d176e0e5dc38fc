import type { AppError } from '../../../problems/app-error.ts';
import type { Failure } from '../incidents.types.ts';

/** A response that would have broken the contract. */
interface Breach {
  readonly version: string;
  readonly operation_id: string;
  readonly part: string;
  readonly pointer: string;
  readonly keyword: string;
  readonly status: number;
}

export function failureOfBreach({ version, operation_id, part, pointer, keyword, status }: Breach): Failure {
  // Without indices, so that the entries of a list are one place.
  const place = `${part} ${pointer.replace(/\/\d+(?=\/|$)/g, '/*')}`.trim();
  return {
    kind: 'contract',
    service: operation_id,
    title: `Responses of ${version} ${operation_id} would break the contract`,
    message: `${place}: ${keyword} (status ${status})`,
    fingerprint: ['contract', version, operation_id, place],
    tags: { operation: operation_id, version, part },
  };
}

/** A request that failed with a status of 500 or above. */
interface FailedRequest {
  readonly error: AppError;
  readonly operation: { readonly id: string; readonly version: string } | undefined;
  readonly request_id: string;
}

/** Returns undefined for a response that would have broken the contract: see failureOfBreach(). */
export function failureOfRequest({ error, operation, request_id }: FailedRequest): Failure | undefined {
  const { event } = error.params;
  if (error.code === 'contract_violated' && event === undefined) return undefined;
  const service = operation?.id ?? 'pages';
  const tags = { operation: service, problem: error.code, request_id };
  const cause = error.cause ?? error;
  if (error.code === 'contract_violated') {
    const title = `The event ${String(event)} would break the contract`;
    return { kind: 'contract', service: String(event), title, error: cause, tags };
  }
  const what = operation === undefined ? 'A page' : `The operation ${operation.version} ${operation.id}`;
  return { kind: 'request', service, title: `${what} returned ${error.status}`, error: cause, tags };
}
