import { keywordsBeyond30 } from '../reader/dialect.ts';
import type { Place } from '../reader/place.ts';

/** Whether the document is OpenAPI 3.0, which lacks some features of 3.1. */
export function isOld({ document }: Place): boolean {
  return String(document['openapi']).startsWith('3.0');
}

/** Whether the schema's dialect can express the keyword. If it cannot, the absence of the keyword has no meaning. */
export function isExpressible(keyword: string, value: Place | undefined, schema: Place): boolean {
  return value !== undefined || !isOld(schema) || !keywordsBeyond30.includes(keyword);
}
