import { parseAccept, qualityOf } from '../../contract/media-types.ts';
import { vendorTypeOf, versionOfVendorType } from '../../contract/negotiator.ts';
import { addVary } from '../../contract/response/vary.ts';
import { AppError } from '../../problems/app-error.ts';
import { isIntakePath } from '../intake-paths.ts';
import type { HttpMiddleware, Version } from '../options.ts';

const versions: readonly Version[] = ['v1', 'v2'];
const current: Version = 'v2';

/**
 * Rewrites `/api/<resource>` to the version that Accept asks for (v2 if it names none), so that later code handles
 * versioned paths only.
 */
export function negotiate(): HttpMiddleware {
  return (context, next) => {
    const { path } = context;
    if (/^\/api\/(?!v\d+(?:\/|$))./.test(path) && !isIntakePath(path)) {
      // Set before Accept is evaluated, because a refusal depends on it too.
      addVary(context.res, 'Accept');
      context.path = `/api/${negotiatedVersion(context.headers.accept)}${path.slice('/api'.length)}`;
    }
    return next();
  };
}

/**
 * Returns the version that an Accept header prefers: that of the vendor type with the highest weight, unless
 * application/json, which means v2, has a higher one.
 * @throws AppError `not_acceptable` (406) if it accepts only versions that do not exist
 */
export function negotiatedVersion(accept: string | undefined): Version {
  const ranges = parseAccept(accept ?? '*/*');
  const wanted = ranges.filter(({ type, quality }) => quality > 0 && versionOfVendorType(type) !== undefined);
  const general = qualityOf(ranges, 'application/json');
  // Ranges of equal weight keep the order of the header.
  const [best] = versions
    .flatMap((version) =>
      wanted.filter(({ type }) => type === vendorTypeOf(version)).map((range) => ({ version, range })),
    )
    .sort(
      (left, right) =>
        right.range.quality - left.range.quality || ranges.indexOf(left.range) - ranges.indexOf(right.range),
    );
  if (best !== undefined) return best.range.quality >= general ? best.version : current;
  if (wanted.length === 0 || general > 0) return current;
  throw new AppError('not_acceptable', 406, {
    offered: ['application/json', ...versions.map(vendorTypeOf)].join(', '),
  });
}
