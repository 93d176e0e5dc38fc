import { isJson } from '../reader/json.ts';
import { operationsOf, type Document } from './document.ts';
import { hasOwnResponse } from './problem-examples.ts';

/**
 * Checks names that refer to the other document or to the problem catalogue. The lint of one document cannot check them.
 * @throws Error that lists every unknown name
 */
export function checkFacts(documents: { readonly v1: Document; readonly v2: Document }, catalogue: unknown): void {
  const problems = isJson(catalogue) ? catalogue : {};
  const events = documents.v2.webhooks ?? {};
  const faults = Object.entries(documents).flatMap(([version, document]) =>
    operationsOf(document).flatMap(({ operation }) => {
      const name = `${version} ${operation.operationId}`;
      const unknownEvents = listOf(operation['x-emits']).filter((event) => !(event in events));
      const unknown = listOf(operation['x-problems']).filter((code) => !(code in problems));
      const undeclared = listOf(operation['x-problems']).filter((code) => {
        const problem = problems[code];
        return isJson(problem) && !(String(problem['status']) in operation.responses);
      });
      const shared = listOf(operation['x-problems']).filter((code) => {
        const problem = problems[code];
        return isJson(problem) && !hasOwnResponse(operation, String(problem['status']));
      });
      return [
        ...unknownEvents.map((event) => `${name}: x-emits names ${event}, which is not under webhooks of v2`),
        ...unknown.map((code) => `${name}: x-problems names ${code}, which is not in problems.yaml`),
        ...undeclared.map((code) => `${name}: x-problems names ${code}, but the operation does not declare its status`),
        ...shared.map(
          (code) =>
            `${name}: x-problems names ${code}, but all operations share the response of its status; ` +
            'give it the status 409 or 403, or 401 in an operation without security',
        ),
      ];
    }),
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
