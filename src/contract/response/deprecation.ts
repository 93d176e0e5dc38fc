import { escapeToken } from '../../documents/reader/reference.ts';
import { AppError } from '../../problems/app-error.ts';
import type { Operation, Successor } from '../operation.ts';
import { normalPath } from '../routing/normal-path.ts';

/** The response headers of a deprecated operation (RFC 9745, RFC 8594), with links to its successor. */
export interface DeprecationHeaders {
  readonly deprecation: string;
  readonly sunset: string;
  /** Builds the value of Link from the path parameters of a request. */
  readonly link: (segments: readonly string[]) => string;
  /** The value of Link-Template (RFC 9652), if a request does not have all parameters of the successor's path. */
  readonly linkTemplate: string | undefined;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** The upgrade guide. Deprecated responses link to it (RFC 9745, 3). */
export const upgradeGuidePath = '/api/upgrade-guide';
const successorDocument = '/api/v2/openapi.json';
const guideLink = `<${upgradeGuidePath}>; rel="deprecation"; type="text/html"`;

/**
 * Prepares the headers of a deprecated operation; undefined for an operation that is not deprecated.
 * @throws Error if `x-sunset` is not an HTTP date
 */
export function deprecationOf(
  operation: Pick<Operation, 'id' | 'path' | 'deprecation'>,
): DeprecationHeaders | undefined {
  const { deprecation } = operation;
  if (deprecation === undefined) return undefined;
  const endsAt = Date.parse(deprecation.sunset);
  if (Number.isNaN(endsAt)) throw new Error(`${operation.id}: x-sunset is not an HTTP date: ${deprecation.sunset}`);
  return {
    deprecation: `@${deprecation.deprecatedAt}`,
    sunset: deprecation.sunset,
    ...linksTo(deprecation.successor, operation.path),
    endsAt,
  };
}

/**
 * Prepares the headers of a contract whose operations are all deprecated, for its responses that belong to no operation
 * (404, 405, OPTIONS). They name the earliest deprecation and the latest sunset. Returns undefined if one operation is
 * not deprecated.
 */
export function deprecationOfAll(operations: readonly Operation[]): DeprecationHeaders | undefined {
  const all = operations.flatMap(({ deprecation }) => (deprecation === undefined ? [] : [deprecation]));
  if (all.length === 0 || all.length < operations.length) return undefined;
  const endsAt = Math.max(...all.map(({ sunset }) => Date.parse(sunset)));
  return {
    deprecation: `@${Math.min(...all.map(({ deprecatedAt }) => deprecatedAt))}`,
    sunset: new Date(endsAt).toUTCString(),
    link: () => `<${successorDocument}>; rel="successor-version", ${guideLink}`,
    linkTemplate: undefined,
    endsAt,
  };
}

/**
 * Refuses an operation after its sunset and the extension of it.
 * @throws AppError `operation_retired` (410), which names the successor
 */
export function assertNotRetired(operation: Operation, headers: DeprecationHeaders, now: number): void {
  if (now < headers.endsAt) return;
  const { method, path } = operation.deprecation?.successor ?? { method: '', path: '' };
  throw new AppError('operation_retired', 410, { sunset: headers.sunset, successor: `${method} ${path}` });
}

/**
 * Fills the request's parameters into the path template of the successor: by name, else by position (v1 says `{id}`, v2
 * says `{task_id}`). If the request lacks one of them, Link leads to the description of the successor, and
 * Link-Template holds the template (docs/adr/0009).
 */
function linksTo(successor: Successor, path: string): Pick<DeprecationHeaders, 'link' | 'linkTemplate'> {
  const names = parameterNames(path);
  const places = parameterNames(successor.path).map((name, index) =>
    names.includes(name) ? names.indexOf(name) : index,
  );
  if (places.some((place) => place >= names.length)) {
    const described = `<${successorDocument}#${pointerTo(successor)}>; rel="successor-version", ${guideLink}`;
    return { link: () => described, linkTemplate: `"${successor.path}"; rel="successor-version"` };
  }
  const pieces = successor.path.split(/\{[^{}]+\}/);
  const link = (segments: readonly string[]): string => {
    const target = pieces.map((piece, index) => piece + normalPath(segments[places[index] ?? -1] ?? '')).join('');
    return `<${target}>; rel="successor-version", ${guideLink}`;
  };
  return { link, linkTemplate: undefined };
}

/** A JSON pointer as a fragment (RFC 6901, 6). */
function pointerTo({ path, method }: Successor): string {
  const escaped = escapeToken(path).replaceAll('{', '%7B').replaceAll('}', '%7D');
  return `/paths/${escaped}/${method.toLowerCase()}`;
}

function parameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}
