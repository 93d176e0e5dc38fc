import { keywordsBeyond30 } from '../reader/dialect.ts';
import type { Place } from '../reader/place.ts';

/** Whether the document is OpenAPI 3.0, which lacks some features of 3.1. */
export function isOld({ document }: Place): boolean {
  return String(document['openapi']).startsWith('3.0');
}

/** False if the document's dialect does not have the keyword: then its absence has no meaning. */
export function isSayable(keyword: string, value: Place | undefined, schema: Place): boolean {
  return value !== undefined || !isOld(schema) || !keywordsBeyond30.includes(keyword);
}
