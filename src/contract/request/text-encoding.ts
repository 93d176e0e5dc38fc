import { setImmediate as nextTurn } from 'node:timers/promises';

/** How many bytes are decoded before other work can run. */
const SLICE_BYTES = 1024 * 1024;

/**
 * Returns the name of an encoding in the WHATWG Encoding Standard: `windows-1252` for `latin1`. Returns undefined for
 * an unknown encoding.
 * @param charset a parameter of Content-Type
 */
export function encodingOf(charset: string): string | undefined {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return undefined;
  }
}

/** Returns the encoding of a byte order mark. It takes precedence over the declared encoding (Encoding Standard, 6). */
export function markedEncoding(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Returns the text without its byte order mark, or null if the bytes are malformed in that encoding. */
export async function decodeText(bytes: Buffer, encoding: string): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parts: string[] = [];
  try {
    for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
      parts.push(decoder.decode(bytes.subarray(from, from + SLICE_BYTES), { stream: true }));
      await nextTurn();
    }
    parts.push(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  return parts.join('');
}
