import { createHash } from 'node:crypto';

/**
 * SHA-256 over the bundled documents, in the order given, as hexadecimal text. Compiled validators carry that of the
 * documents they were made from; the server compares it with that of the documents it serves.
 */
export function contractHash(documents: readonly object[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(JSON.stringify(document));
  return hash.digest('hex');
}
