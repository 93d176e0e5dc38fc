import { isUtf8 } from 'node:buffer';

// The format of envelopes: https://develop.sentry.dev/sdk/data-model/envelopes/. A line of JSON, then items: each a line of
// JSON (its header) and a payload, which ends after `length` bytes or at the next line break.

export type Members = Readonly<Record<string, unknown>>;

export interface EnvelopeItem {
  readonly type: string;
  readonly header: Members;
  readonly payload: Buffer;
}

/** Why an envelope is refused. */
export class EnvelopeFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** More than SDKs send: Python's sends at most 100 sessions together. */
const ITEMS_MAX = 200;
const HEADER_BYTES_MAX = 64 * 1024;
const LINE_FEED = 10;

interface Reader {
  readonly bytes: Buffer;
  at: number;
}

/** Returns the header of the envelope, and a reader that stands behind it. */
export function openEnvelope(bytes: Buffer): { readonly header: Members; readonly reader: Reader } {
  const reader = { bytes, at: 0 };
  return { header: readHeader(reader, 'the first line'), reader };
}

/** @throws EnvelopeFault if an item is malformed, or there are too many */
export function readItems(reader: Reader): EnvelopeItem[] {
  const items: EnvelopeItem[] = [];
  while (skipEmptyLines(reader)) {
    if (items.length === ITEMS_MAX) throw new EnvelopeFault('max_items', `must have at most ${ITEMS_MAX} items`);
    const header = readHeader(reader, `the header of item ${items.length + 1}`);
    const { type, length } = header;
    if (typeof type !== 'string') throw new EnvelopeFault('required', `item ${items.length + 1} must have a type`);
    items.push({ type, header, payload: readPayload(reader, length) });
  }
  return items;
}

/** Returns whether anything follows. */
function skipEmptyLines(reader: Reader): boolean {
  while (reader.bytes[reader.at] === LINE_FEED) reader.at += 1;
  return reader.at < reader.bytes.length;
}

function readHeader(reader: Reader, what: string): Members {
  const line = readLine(reader);
  if (line.length > HEADER_BYTES_MAX) throw new EnvelopeFault('max_length', `${what} must have at most 64 KiB`);
  const header = parseMembers(line);
  if (header === undefined) throw new EnvelopeFault('malformed_json', `${what} must be a JSON object`);
  return header;
}

function readLine(reader: Reader): Buffer {
  const found = reader.bytes.indexOf(LINE_FEED, reader.at);
  const end = found === -1 ? reader.bytes.length : found;
  const line = reader.bytes.subarray(reader.at, end);
  reader.at = end + 1;
  return line;
}

function readPayload(reader: Reader, length: unknown): Buffer {
  if (length === undefined || length === null) return readLine(reader);
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0)
    throw new EnvelopeFault('type', 'the length of an item must be a number of bytes');
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new EnvelopeFault('incomplete_body', 'ends before the length of its last item');
  const payload = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return payload;
}

/** Escapes that PostgreSQL cannot store: NUL, and halves of surrogate pairs. */
const unstorable = /\\u(?:0000|[dD][89a-fA-F])/;

/** Returns undefined if the bytes are no JSON object. */
export function parseMembers(bytes: Buffer): Members | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString('utf8').replaceAll('\0', '');
  try {
    const value: unknown = unstorable.test(text) ? JSON.parse(text, storable) : JSON.parse(text);
    return isMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function storable(_name: string, value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (!isMembers(value) || Object.keys(value).every((name) => name === storableText(name))) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [storableText(name), member]));
}

function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
