const PATH_LENGTH_MAX = 512;
/** Ids, task keys and the segments of templates have this form. */
const plain = /^(?:\/[\w.-]{0,36})*$/;
const plainSegment = /^[\w.-]{0,36}$/;

/**
 * Returns the path of a request for its log line and span. Segments that are no id and no name of a resource become
 * `*`: callers write addresses and tokens in unknown paths.
 */
export function shownPath(path: string): string {
  const start = path.slice(0, PATH_LENGTH_MAX);
  if (plain.test(start)) return start;
  const segments = start.split('/').map((segment) => (plainSegment.test(segment) ? segment : '*'));
  return segments.join('/');
}
