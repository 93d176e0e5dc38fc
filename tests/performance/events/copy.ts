import pg from 'pg';

/** Creates a table with the columns and indexes of a month of events. */
export async function createTwin(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT tableoid::regclass::text AS name FROM reported_events LIMIT 1',
    );
    await client.query(`CREATE TABLE twin (LIKE ${rows[0]?.name ?? ''} INCLUDING ALL)`);
    await client.query(`CREATE TABLE source_rows AS SELECT * FROM reported_events LIMIT 200000`);
  });
}

/** Copies rows from a file of the server into the twin, one transaction per batch; returns the seconds. */
export async function copyRows(url: string, batches: number, size: number): Promise<number> {
  return withClient(url, async (client) => {
    const file = '/tmp/architect-bench-events.copy';
    await client.query(
      `COPY (SELECT gen_random_uuid(), organization_id, project_id, user_id, gen_random_uuid(), external_id, source, type,
         subject, time, datacontenttype, dataschema, extensions, data, data_base64, recorded_at
         FROM source_rows LIMIT ${size}) TO '${file}'`,
    );
    let seconds = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      // Other keys each time; not measured.
      await client.query(
        `COPY (SELECT gen_random_uuid(), organization_id, project_id, user_id, gen_random_uuid(), external_id, source,
           type, subject, time, datacontenttype, dataschema, extensions, data, data_base64, recorded_at
           FROM source_rows LIMIT ${size}) TO '${file}'`,
      );
      const began = performance.now();
      await client.query(`COPY twin FROM '${file}'`);
      seconds += (performance.now() - began) / 1000;
    }
    return seconds;
  });
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
