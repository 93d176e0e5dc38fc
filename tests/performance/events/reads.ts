import { withClient } from './copy.ts';

interface Place {
  readonly organization_id: string;
  readonly project_id: string;
}

/** Stores events of three months in SQL, with their counts; returns the seconds. */
export async function seedEvents(url: string, { organization_id, project_id }: Place, count: number): Promise<number> {
  return withClient(url, async (client) => {
    const began = performance.now();
    await client.query("SELECT create_reported_event_partitions((now() - interval '3 months')::date, 5)");
    const part = 250_000;
    for (let begin = 0; begin < count; begin += part) {
      await client.query(
        `INSERT INTO reported_events (id, organization_id, project_id, key, external_id, source, type, subject, time,
           extensions, data, recorded_at)
         SELECT gen_random_uuid(), $1, CASE WHEN n % 3 = 0 THEN $2::uuid END, gen_random_uuid(), 'seed-' || n,
                'https://source-' || n % 7 || '.meridian.example', 'seed.' || n % 40, 'order-' || n % 100000, at, '{}',
                '{"order":1,"note":"a few words about it"}', at
           FROM (SELECT n, date_trunc('milliseconds', now() - n * (interval '90 days' / $3::float8)) AS at
                   FROM generate_series($4::integer, $5::integer) AS n) AS numbered`,
        [organization_id, project_id, count, begin + 1, Math.min(begin + part, count)],
      );
    }
    await client.query(
      `INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, first_at,
         last_at, is_delta)
       SELECT organization_id, project_id, type, source, date_bin('15 minutes', time, '2000-01-01 00:00:00+00'),
              date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date, count(*), min(time), max(time), false
         FROM reported_events WHERE external_id LIKE 'seed-%' GROUP BY 1, 2, 3, 4, 5, 6
       ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO event_totals SELECT organization_id, project_id, type, source, recorded_month, sum(count),
              min(first_at), max(last_at) FROM event_counts WHERE NOT is_delta GROUP BY 1, 2, 3, 4, 5
       ON CONFLICT DO NOTHING`,
    );
    await client.query('VACUUM ANALYZE reported_events, event_counts, event_totals');
    return (performance.now() - began) / 1000;
  });
}

const TIMES = 20;
const PAGE = 20;

/** Returns a line for each read: the median and the slowest of some requests. */
export async function measureReads(
  databaseUrl: string,
  { url, token }: Place & { readonly url: string; readonly token: string },
): Promise<string[]> {
  const get = async (path: string): Promise<{ page?: { next_cursor: string | null } }> => {
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { page?: { next_cursor: string | null } };
  };
  const measure = async (name: string, path: string): Promise<string> => {
    const durations: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      await get(path);
      durations.push(performance.now() - began);
    }
    durations.sort((a, b) => a - b);
    return `${name}: p50 ${durations[TIMES / 2]?.toFixed(1)} ms, slowest ${durations.at(-1)?.toFixed(1)} ms`;
  };
  const deep = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ time: string }>(
      `SELECT to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time FROM reported_events
        ORDER BY time DESC OFFSET $1 LIMIT 1`,
      [10_000 * PAGE],
    );
    return rows[0]?.time ?? '';
  });
  return [
    await measure('list, page 1', `/api/v2/events?limit=${PAGE}`),
    await measure('list, page 10,000', `/api/v2/events?limit=${PAGE}&occurred_before=${deep}`),
    await measure('list of one type', `/api/v2/events?limit=${PAGE}&type=seed.7`),
    await measure('list of one subject', `/api/v2/events?limit=${PAGE}&subject=order-77`),
    await measure('list in the order of recording', `/api/v2/events?limit=${PAGE}&sort=recorded_at`),
    await measure('stats of 30 days', '/api/v2/events/stats'),
    await measure('timeline of 30 days by hour', '/api/v2/events/timeline?interval=hour'),
    await measure('types', '/api/v2/events/types'),
  ];
}
