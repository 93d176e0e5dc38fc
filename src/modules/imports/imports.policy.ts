/** Names the job of an import, and how far it has come, in the queue. */
export function importKey(importId: string): string {
  return `import ${importId}`;
}
