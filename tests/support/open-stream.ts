/** A streamed response, read in parts. checkedFetch would wait for its end. */
interface OpenStream {
  readonly status: number;
  /** Returns the next bytes; undefined at the end. @throws Error if the stream breaks off */
  next(): Promise<Buffer | undefined>;
  /** Returns the remaining bytes. */
  rest(): Promise<Buffer>;
  /** Aborts the request. */
  abort(): void;
}

export async function openStream(url: string, headers: Readonly<Record<string, string>>): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  const reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const next = async (): Promise<Buffer | undefined> => {
    const { done, value } = await reader.read();
    return done ? undefined : Buffer.from(value);
  };
  const rest = async (): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let part = await next(); part !== undefined; part = await next()) parts.push(part);
    return Buffer.concat(parts);
  };
  return { status: response.status, next, rest, abort: () => controller.abort() };
}
