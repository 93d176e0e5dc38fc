import type { Deprecation, HttpMethod } from '../../contract/operation.ts';
import { fail, operationsOf, type Document, type PathOperation } from './document.ts';

/**
 * Returns what the document says about the end of an operation; undefined if it is not deprecated.
 * @param successors the current document, which contains the operation that `x-successor` names
 * @throws Error for a missing date or an unknown successor
 */
export function deprecationFacts(place: PathOperation, successors: Document): Deprecation | undefined {
  const { operation } = place;
  if (operation.deprecated !== true) return undefined;
  const date = (extension: `x-${string}`) => {
    const time = Date.parse(String(operation[extension]));
    return Number.isNaN(time) ? fail(place, `must have a date in ${extension}`) : time;
  };
  const successor = operationsOf(successors).find((it) => it.operation.operationId === operation['x-successor']);
  if (successor === undefined)
    fail(place, `names the x-successor ${String(operation['x-successor'])}, which v2 does not have`);
  return {
    deprecatedAt: date('x-deprecated-at') / 1000,
    sunset: new Date(date('x-sunset')).toUTCString(),
    successor: {
      id: successor.operation.operationId,
      method: successor.method.toUpperCase() as HttpMethod,
      path: successor.path,
    },
  };
}
