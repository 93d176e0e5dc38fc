import { AppError } from '../errors/app-error.ts';
import type { Operation } from './operation.ts';

/** The headers that tell clients of an operation's end: RFC 9745, RFC 8594 and the successor's link. */
export interface DeprecationHeaders {
  readonly deprecation: string;
  readonly sunset: string;
  /** Builds the value of Link for the path parameters of a request. */
  readonly link: (segments: readonly string[]) => string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

export function deprecationOf(operation: Operation): DeprecationHeaders | undefined {
  const { deprecation } = operation;
  if (deprecation === undefined) return undefined;
  const endsAt = Date.parse(deprecation.sunset);
  if (Number.isNaN(endsAt)) throw new Error(`${operation.id}: x-sunset is no HTTP date: ${deprecation.sunset}`);
  return {
    deprecation: `@${deprecation.deprecatedAt}`,
    sunset: deprecation.sunset,
    link: linkBuilder(operation.path, deprecation.successor),
    endsAt,
  };
}

/** @throws AppError `operation_retired` (410), naming the successor, once the sunset and its extension are past. */
export function assertNotRetired(operation: Operation, headers: DeprecationHeaders, now: number): void {
  if (now < headers.endsAt) return;
  throw new AppError('operation_retired', 410, {
    sunset: headers.sunset,
    successor: operation.deprecation?.successor ?? '',
  });
}

/**
 * The successor's path is a template; its parameters take the values of the request's: by name, else by position
 * (v1 says `{id}` where v2 says `{task_id}`). One that has no value ends the path, which then is the collection's.
 */
function linkBuilder(path: string, successor: string): (segments: readonly string[]) => string {
  const names = parameterNames(path);
  const places = parameterNames(successor).map((name, index) => (names.includes(name) ? names.indexOf(name) : index));
  const pieces = successor.split(/\/\{[^{}]+\}/);
  return (segments) => {
    let target = pieces[0] ?? '';
    for (const [index, place] of places.entries()) {
      const segment = segments[place];
      if (segment === undefined) break;
      target += `/${segment}${pieces[index + 1] ?? ''}`;
    }
    return `<${target}>; rel="successor-version"`;
  };
}

function parameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}
