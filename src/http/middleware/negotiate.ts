import { parseAccept, qualityOf } from '../../contract/media-types.ts';
import { vendorTypeOf, versionOfVendorType } from '../../contract/negotiator.ts';
import { addVary } from '../../contract/response/vary.ts';
import { AppError } from '../../problems/app-error.ts';
import type { HttpMiddleware, Version } from '../options.ts';

const versions: readonly Version[] = ['v1', 'v2'];
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
 * The version that an Accept header prefers: that of the vendor type with the highest weight, unless application/json,
 * which means v2, is wanted more.
 * @throws AppError `not_acceptable` (406) when it names only versions that do not exist, and takes nothing else.
 */
export function negotiatedVersion(accept: string | undefined): Version {
  const ranges = parseAccept(accept ?? '*/*');
  const wanted = ranges.filter(({ type, quality }) => quality > 0 && versionOfVendorType(type) !== undefined);
  const general = qualityOf(ranges, 'application/json');
  // In the order of the header where they are wanted alike.
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
