import { connected } from './sender.ts';

interface RecordSource {
  /** The operation, for errors. */
  readonly id: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Returns the records of a body of NDJSON (one JSON text per line), as they arrive. If the caller stops early, the
 * connection is closed.
 * @throws SyntaxError for a line that is not JSON, ArchitectConnectionError, or the reason of the signal
 */
export async function* readRecords({ id, body, signal }: RecordSource): AsyncGenerator<unknown, void, undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await connected(id, signal, async () => await reader.read());
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      signal?.throwIfAborted();
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (line.trim() === '') continue;
        yield JSON.parse(line);
        signal?.throwIfAborted();
      }
      if (done) return;
    }
  } finally {
    // Not awaited: the cancellation of a body that `fetch` has cloned ends only with that of the clone.
    reader.cancel().catch(() => undefined);
  }
}
