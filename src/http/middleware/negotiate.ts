import { addVary } from '../../contract/response/vary.ts';
import { AppError } from '../../problems/app-error.ts';
import type { HttpMiddleware, Version } from '../options.ts';

const vendorTypes: readonly string[] = ['application/vnd.architect.v1+json', 'application/vnd.architect.v2+json'];

const current: Version = 'v2';

/**
 * Gives `/api/<resource>` the version that Accept asks for (v2 where it names none) by putting it into the path,
 * so that everything after this knows versioned paths only.
 */
export function negotiate(): HttpMiddleware {
  return (context, next) => {
    const { path } = context;
    if (/^\/api\/(?!v\d+(?:\/|$))./.test(path)) {
      // Before it is judged: the refusal depends on it as well.
      addVary(context.res, 'Accept');
      context.path = `/api/${negotiatedVersion(context.headers.accept)}${path.slice('/api'.length)}`;
    }
    return next();
  };
}

/**
 * The version that an Accept header prefers: the vendor type with the highest weight, v2 where no vendor type is named.
 * @throws AppError `not_acceptable` (406) when it names only versions that do not exist, and takes nothing else.
 */
export function negotiatedVersion(accept: string | undefined): Version {
  const ranges = (accept ?? '*/*')
    .split(',')
    .map(parseRange)
    .filter((range) => range.weight > 0);
  const vendor = ranges.filter((range) => range.version !== undefined).sort((a, b) => b.weight - a.weight);
  const known = vendor.map((range) => range.version).find((version) => version === 'v1' || version === 'v2');
  if (known !== undefined) return known;
  const isGeneral = ranges.some(
    ({ type }) => type === '*/*' || type === 'application/*' || type === 'application/json',
  );
  if (vendor.length === 0 || isGeneral) return current;
  throw new AppError('not_acceptable', 406, { offered: ['application/json', ...vendorTypes].join(', ') });
}

interface MediaRange {
  readonly type: string;
  readonly weight: number;
  /** `v7` for application/vnd.architect.v7+json. */
  readonly version: string | undefined;
}

function parseRange(text: string): MediaRange {
  const [type = '', ...params] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = params.find((param) => param.startsWith('q='))?.slice(2);
  return {
    type,
    weight: weight === undefined ? 1 : Number(weight),
    version: /^application\/vnd\.architect\.(v\d{1,9})\+json$/.exec(type)?.[1],
  };
}
