import pg from 'pg';

/** Queries one database of a test directly. */
export interface DatabaseHost {
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  close(): Promise<void>;
}

export function openHost(url: string): DatabaseHost {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A test that stops the server ends these connections. Without a listener the error would end the process.
  pool.on('error', () => undefined);
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    close: () => pool.end(),
  };
}
