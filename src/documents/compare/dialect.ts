import { keywordsBeyond30 } from '../reader/dialect.ts';
import type { Place } from '../reader/place.ts';

/** Whether the document is one of OpenAPI 3.0, which cannot say all that 3.1 can. */
export function isOld({ document }: Place): boolean {
  return String(document['openapi']).startsWith('3.0');
}

/** False where a keyword is absent because the document's dialect has none: then its absence says nothing. */
export function isSayable(keyword: string, value: Place | undefined, schema: Place): boolean {
  return value !== undefined || !isOld(schema) || !keywordsBeyond30.includes(keyword);
}
