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

/** Code -> the operations (undefined: all) at which it cannot be provoked from outside, with the reason. */
const unreachable: Readonly<Record<string, { readonly at?: readonly string[]; readonly because: string }>> = {
  value_out_of_range: { because: 'a net below the schemas, which forbid what the database refuses' },
  idempotency_key_reused: {
    at: ['v2 changePassword', 'v2 confirmTotp'],
    because: 'keys belong to a session, and their success puts another session in its place',
  },
  service_unavailable: { at: ['v2 getLiveness'], because: 'it asks nothing of the database' },
};

export function isReachable({ version, id }: DocumentedOperation, code: string): boolean {
  const exception = unreachable[code];
  if (exception === undefined) return true;
  return exception.at !== undefined && !exception.at.includes(`${version} ${id}`);
}
