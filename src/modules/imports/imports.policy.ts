/** The key of an import's job and its progress in the queue. */
export function importKey(importId: string): string {
  return `import ${importId}`;
}
