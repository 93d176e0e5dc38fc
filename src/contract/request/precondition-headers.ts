import type { IncomingHttpHeaders } from 'node:http';
import type { Violation } from '../../problems/app-error.ts';
import type { EntityTags, Precondition } from '../../problems/precondition.ts';

/** A list (RFC 9110, 5.6.1). Elements may be empty. An `etagc` may be a comma or a byte beyond ASCII (8.8.3). */
const listPattern = /^(?:,[ \t]*)*(?:W\/)?"[!#-~\x80-\xff]*"(?:[ \t]*,(?:[ \t]*(?:W\/)?"[!#-~\x80-\xff]*")?)*$/;
const tagPattern = /(?:W\/)?"[^"]*"/g;

/**
 * Parses `If-Match` and `If-None-Match`, which apply to every operation, even if it does not declare them. A malformed
 * header is a violation: a change must not happen if its condition cannot be understood.
 * @param violations the request's violations so far; a header that the schema has refused is not reported twice
 */
export function readPrecondition(headers: IncomingHttpHeaders, violations: Violation[]): Precondition | undefined {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  if (ifMatch === undefined && ifNoneMatch === undefined) return undefined;
  return {
    ifMatch: readTags('If-Match', ifMatch, violations),
    ifNoneMatch: readTags('If-None-Match', ifNoneMatch, violations),
  };
}

function readTags(name: string, value: string | undefined, violations: Violation[]): EntityTags | undefined {
  if (value === undefined || value === '*') return value;
  if (listPattern.test(value)) return value.match(tagPattern) ?? [];
  if (!violations.some((violation) => violation.in === 'header' && violation.parameter === name)) {
    const detail = 'must be * or a list of entity tags, as "3"';
    violations.push({ in: 'header', parameter: name, code: 'malformed_entity_tag', detail });
  }
  return undefined;
}
