import { expect } from 'chai';
import { documentedOperations, type DocumentedOperation } from './contract/document.ts';

// Shared by the specs `every-operation.*`. For every operation of both documents they test the responses that have the
// same cause everywhere, so that an operation's own spec covers only its specific behaviour.

/** `v1 createTask POST /api/v1/…` */
export function nameOf({ version, id, method, path }: DocumentedOperation): string {
  return `${version} ${id} ${method} ${path}`;
}

export const secured = documentedOperations.filter(({ written }) => (written.security ?? []).length > 0);

export function declares(status: number): (operation: DocumentedOperation) => boolean {
  return ({ responses }) => responses[String(status)] !== undefined;
}

export function takes(header: string): (operation: DocumentedOperation) => boolean {
  return ({ parameters }) => parameters.some(({ in: place, name }) => place === 'header' && name === header);
}

/** Returns the scopes that an API key needs; empty if it needs none. */
export function scopesOf({ written }: DocumentedOperation): readonly string[] {
  return (written.security ?? []).flatMap((alternative) => alternative['bearerAuth'] ?? []);
}

export const isUnsafe = ({ method }: DocumentedOperation): boolean => method !== 'GET';

/**
 * Defines one test per operation.
 * @throws Error if there is none, because the cause would not be tested
 */
export function forEach(
  operations: readonly DocumentedOperation[],
  test: (operation: DocumentedOperation) => Promise<void>,
): void {
  if (operations.length === 0) throw new Error('no operation to test');
  for (const operation of operations) {
    it(nameOf(operation), () => test(operation));
  }
}

/** Returns an error in the format of its version, without the members that differ from request to request. */
async function errorOf(response: Response): Promise<Record<string, unknown>> {
  const { request_id, instance, ...rest } = (await response.json()) as Record<string, unknown>;
  if (response.url.includes('/api/v1/')) return rest;
  expect(request_id).to.equal(response.headers.get('x-request-id'));
  expect(instance).to.equal(new URL(response.url).pathname);
  return rest;
}

/** Returns the problem's violations: v2 lists them in `errors`, v1 in `details`. */
export function violationsOf(error: Record<string, unknown>): readonly Record<string, unknown>[] {
  return (error['errors'] ?? error['details'] ?? []) as Record<string, unknown>[];
}

/** @throws AssertionError if the response does not have this status and code */
export async function expectError(response: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const error = await errorOf(response);
  expect([response.status, error['code']], JSON.stringify(error)).to.deep.equal([status, code]);
  return error;
}

/** Returns whether the operation requires a session. */
export function isForSessions({ written }: DocumentedOperation): boolean {
  return written['x-problems']?.includes('session_required') === true;
}
