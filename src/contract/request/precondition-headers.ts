import type { IncomingHttpHeaders } from 'node:http';
import type { Violation } from '../../problems/app-error.ts';
import type { EntityTags, Precondition } from '../../problems/precondition.ts';

/** A list of RFC 9110, 5.6.1, of which elements may be empty; `etagc` may be a comma or a byte beyond ASCII (8.8.3). */
const listPattern = /^(?:,[ \t]*)*(?:W\/)?"[!#-~\x80-\xff]*"(?:[ \t]*,(?:[ \t]*(?:W\/)?"[!#-~\x80-\xff]*")?)*$/;
const tagPattern = /(?:W\/)?"[^"]*"/g;

/**
 * Reads `If-Match` and `If-None-Match`, which count for every operation, whether it declares them or not. A malformed
 * one is a violation: a change whose condition nobody understands must not happen.
 * @param violations what is wrong with the request so far; what its operation's schema says of a header is not repeated
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
