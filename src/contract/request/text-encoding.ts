import { setImmediate as nextTurn } from 'node:timers/promises';

/** What is decoded before others get their turn. */
const SLICE_BYTES = 1024 * 1024;

/**
 * The name of an encoding as the WHATWG Encoding Standard has it: `latin1` is `windows-1252`. Undefined where it knows none.
 * @param charset a parameter of Content-Type
 */
export function encodingOf(charset: string): string | undefined {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return undefined;
  }
}

/** The encoding that a byte order mark tells; one wins over what is declared (Encoding Standard, 6). */
export function markedEncoding(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The text without its byte order mark; null where the bytes are none in that encoding. */
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
