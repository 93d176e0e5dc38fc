import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/**
 * Copies rows from files of the server into the twin, one transaction per file; returns the seconds that took, and those
 * of processors.
 */
export async function copyRows(
  url: string,
  { batches, size, cpuSeconds }: { readonly batches: number; readonly size: number; readonly cpuSeconds: () => number },
): Promise<{ readonly seconds: number; readonly cpu: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'architect-bench-'));
  // PostgreSQL may run as another user.
  await chmod(folder, 0o777);
  const files = Array.from({ length: batches }, (_, batch) => join(folder, `${batch}.copy`));
  try {
    return await withClient(url, async (client) => {
      for (const file of files) {
        await client.query(
          `COPY (SELECT gen_random_uuid(), organization_id, project_id, user_id, gen_random_uuid(), external_id, source,
             type, subject, time, datacontenttype, dataschema, extensions, data, data_base64, recorded_at
             FROM source_rows LIMIT ${size}) TO '${file}'`,
        );
      }
      const [began, cpuBefore] = [performance.now(), cpuSeconds()];
      for (const file of files) await client.query(`COPY twin FROM '${file}'`);
      return { seconds: (performance.now() - began) / 1000, cpu: cpuSeconds() - cpuBefore };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
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
