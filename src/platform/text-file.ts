import { readFileSync, statSync } from 'node:fs';

const BYTES_MAX = 65_536;

interface TextFile {
  readonly text?: string;
  readonly fault?: 'absent' | 'special' | 'large' | 'binary';
  /** Why it is absent: the code of the operating system, such as ENOENT. */
  readonly reason?: string;
}

/**
 * Reads a small text file without the white space and the byte order mark around it. Reading a pipe or a device could
 * take forever, and a binary value would lose the bytes that are not UTF-8, so both are faults.
 */
export function readTextFile(path: string): TextFile {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { fault: 'special' };
    if (stats.size > BYTES_MAX) return { fault: 'large' };
    const text = decode(readFileSync(path));
    return text === undefined ? { fault: 'binary' } : { text: text.trim() };
  } catch (error) {
    return { fault: 'absent', reason: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

/** Returns undefined for bytes that are no text. Text in UTF-16 can be valid UTF-8, but then contains zeros. */
function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
