import { escapeToken } from '../../documents/reader/reference.ts';
import { AppError } from '../../problems/app-error.ts';
import type { Operation, Successor } from '../operation.ts';
import { normalPath } from '../routing/normal-path.ts';

/** The headers that tell clients of an operation's end: RFC 9745, RFC 8594, and where to go instead. */
export interface DeprecationHeaders {
  readonly deprecation: string;
  readonly sunset: string;
  /** Builds the value of Link for the path parameters of a request. */
  readonly link: (segments: readonly string[]) => string;
  /** The value of Link-Template (RFC 9652), where requests do not tell all that the successor's path asks for. */
  readonly linkTemplate: string | undefined;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** What people read who have to move; deprecated responses lead there (RFC 9745, 3). */
export const upgradeGuidePath = '/api/upgrade-guide';
const successorDocument = '/api/v2/openapi.json';
const guideLink = `<${upgradeGuidePath}>; rel="deprecation"; type="text/html"`;

export function deprecationOf(operation: Operation): DeprecationHeaders | undefined {
  const { deprecation } = operation;
  if (deprecation === undefined) return undefined;
  const endsAt = Date.parse(deprecation.sunset);
  if (Number.isNaN(endsAt)) throw new Error(`${operation.id}: x-sunset is no HTTP date: ${deprecation.sunset}`);
  return {
    deprecation: `@${deprecation.deprecatedAt}`,
    sunset: deprecation.sunset,
    ...linksTo(deprecation.successor, operation.path),
    endsAt,
  };
}

/**
 * The same for a contract whose operations are all deprecated, for its responses that belong to none of them (404, 405,
 * OPTIONS): since the first was deprecated, until the last one ends. Undefined where one is not.
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

/** @throws AppError `operation_retired` (410), naming the successor, once the sunset and its extension are past. */
export function assertNotRetired(operation: Operation, headers: DeprecationHeaders, now: number): void {
  if (now < headers.endsAt) return;
  const { method, path } = operation.deprecation?.successor ?? { method: '', path: '' };
  throw new AppError('operation_retired', 410, { sunset: headers.sunset, successor: `${method} ${path}` });
}

/**
 * The successor's path is a template; its parameters take the values of the request's: by name, else by position
 * (v1 says `{id}` where v2 says `{task_id}`). Where the request has no value for one, no URI of the successor can be
 * named: Link then leads to its description, and Link-Template gives the template (docs/adr/0009).
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
