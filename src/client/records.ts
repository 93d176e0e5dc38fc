/**
 * Returns the records of a body of NDJSON (one JSON text per line), as they arrive. If the caller stops early, the
 * connection is closed.
 * @throws SyntaxError for a line that is not JSON
 */
export async function* readRecords<Record>(body: ReadableStream<Uint8Array>): AsyncGenerator<Record, void, undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as Record;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
