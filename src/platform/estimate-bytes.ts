/** A value of more parts is not worth the walk: it counts as infinitely large. */
const PARTS_MAX = 100_000;

const NUMBER_BYTES = 8;
const STRING_BYTES = 24;
const OBJECT_BYTES = 48;

/** Estimates the memory of a JSON value or a Buffer, in bytes. Infinite for what is too large, or refers to itself. */
export function estimateBytes(value: unknown): number {
  const parts: unknown[] = [value];
  let bytes = 0;
  // The list grows while it is read.
  for (const part of parts) {
    if (parts.length > PARTS_MAX) return Infinity;
    if (typeof part === 'string') bytes += STRING_BYTES + Buffer.byteLength(part);
    else if (typeof part !== 'object' || part === null) bytes += NUMBER_BYTES;
    else if (ArrayBuffer.isView(part)) bytes += OBJECT_BYTES + part.byteLength;
    else {
      bytes += OBJECT_BYTES;
      // The names of members are shared by all objects of the same shape.
      parts.push(...(Object.values(part) as unknown[]));
    }
  }
  return bytes;
}
