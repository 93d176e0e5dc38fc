import { createHash } from 'node:crypto';

/**
 * Returns the SHA-256 hash of the bundled documents, in the given order, as hexadecimal text. The compiled validators
 * carry the hash of the documents that they were made from. The server compares it with the hash of the documents that
 * it serves.
 */
export function contractHash(documents: readonly object[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(JSON.stringify(document));
  return hash.digest('hex');
}
