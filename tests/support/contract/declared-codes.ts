import { declaredProblems } from '../../../src/http/site/problems/declared-problems.ts';
import type { OpenApiDocument } from '../../../src/http/options.ts';
import { documents, type DocumentedOperation } from './document.ts';

// The problem codes that an operation may return, as /api/problems shows them, and the codes that no test can provoke.

const declared = declaredProblems(documents as unknown as Readonly<Record<'v1' | 'v2', OpenApiDocument>>);

export function declaredCodes({ version, id }: DocumentedOperation): readonly string[] {
  return [...declared].flatMap(([code, operations]) =>
    operations.some((one) => one.version === version && one.operation_id === id) ? [code] : [],
  );
}

/** Code -> the operations (undefined: all) that cannot return it in a test, with the reason. */
const unreachable: Readonly<Record<string, { readonly at?: readonly string[]; readonly because: string }>> = {
  value_out_of_range: { because: 'the schemas reject every value that the database would reject' },
  idempotency_key_reused: {
    at: ['v2 changePassword', 'v2 confirmTotp'],
    because: 'idempotency keys belong to a session, and success replaces the session',
  },
  service_unavailable: { at: ['v2 getLiveness'], because: 'it does not use the database' },
};

export function isReachable({ version, id }: DocumentedOperation, code: string): boolean {
  const exception = unreachable[code];
  if (exception === undefined) return true;
  return exception.at !== undefined && !exception.at.includes(`${version} ${id}`);
}
