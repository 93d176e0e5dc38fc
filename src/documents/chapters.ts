import { asJson, type Json } from './reader/json.ts';

// The prose of a document: a short introduction, and chapters, each under a heading of the first level. Readers such as
// ReDoc show the headings in their menu and search the chapters.

/** Returns the introduction with the chapters below it, separated by empty lines. */
export function joinChapters(introduction: string, chapters: readonly string[]): string {
  return [introduction, ...chapters].map((text) => text.trim()).join('\n\n');
}

/**
 * Returns the document with the introduction only. Code generators copy the description into each file that they write,
 * and cut documents should stay small.
 * @param document a bundled document, which is not modified
 */
export function withoutChapters(document: Json): Json {
  const info = asJson(document['info']);
  const { description } = info;
  if (typeof description !== 'string') return document;
  const begin = description.search(/^# /m);
  // A description that begins with a heading has no introduction.
  if (begin <= 0) return document;
  return { ...document, info: { ...info, description: description.slice(0, begin).trim() } };
}
