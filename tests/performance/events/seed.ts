import { seededId } from '../../support/scale/seed.ts';
import { withClient } from './copy.ts';

// Events of the last 90 days of organization 1: of 20 programs in 10 projects, each with 10 types, and a few of a rare
// type, source and subject.

const PART = 250_000;

const eventsStatement = `
  INSERT INTO reported_events (id, organization_id, project_id, user_id, key, external_id, source, type, subject, time,
    extensions, data, recorded_at)
  SELECT gen_random_uuid(), $1::uuid, CASE WHEN program > 3 THEN ($2::uuid[])[program % 10 + 1] END,
         CASE WHEN n % 16 = 0 THEN $3::uuid END, gen_random_uuid(), 'seed-' || n,
         CASE WHEN n % 500000 = 1 THEN '/rare' ELSE 'https://program-' || program || '.meridian.example' END,
         CASE WHEN n % 500000 = 2 THEN 'seed.rare' ELSE 'seed.' || n % 10 END, 'order-' || n % 100000, at, '{}',
         '{"order":1,"amount":12.5,"note":"a few words about it"}', at
    FROM (SELECT n, (n / 10 % 20)::integer AS program,
                 date_trunc('milliseconds', now() - n * (interval '90 days' / $4::float8)) AS at
            FROM generate_series($5::integer, $6::integer) AS n) AS numbered`;

const countStatements: readonly string[] = [
  `INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at,
     is_delta)
   SELECT organization_id, project_id, type, source, date_bin('15 minutes', time, '2000-01-01 00:00:00+00'),
          date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date, count(*), min(time), max(time), false
     FROM reported_events WHERE external_id LIKE 'seed-%' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 5`,
  `INSERT INTO event_totals (organization_id, project_id, type, source, recorded_month, count, first_at, last_at)
   SELECT organization_id, project_id, type, source, recorded_month, sum(count), min(first_at), max(last_at)
     FROM event_counts WHERE type LIKE 'seed.%' GROUP BY 1, 2, 3, 4, 5`,
  `INSERT INTO event_quarters (organization_id, project_id, bucket, recorded_month, count)
   SELECT organization_id, project_id, bucket, recorded_month, sum(count)
     FROM event_counts WHERE type LIKE 'seed.%' GROUP BY 1, 2, 3, 4
   ON CONFLICT (organization_id, bucket, project_id, recorded_month)
     DO UPDATE SET count = event_quarters.count + excluded.count`,
  `INSERT INTO event_days (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at)
   SELECT organization_id, project_id, type, source, date_trunc('day', bucket, 'UTC'), recorded_month, sum(count),
          min(first_at), max(last_at)
     FROM event_counts WHERE type LIKE 'seed.%' GROUP BY 1, 2, 3, 4, 5, 6`,
];

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** Stores events in SQL, with their counts, in a copy of the database at scale; the indexes are built at the end. */
export async function seedEvents(url: string, count: number, log: (line: string) => void): Promise<void> {
  await withClient(url, async (client) => {
    const began = performance.now();
    const say = (what: string): void => log(`  ${((performance.now() - began) / 1000).toFixed(0)} s: ${what}`);
    await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`);
    await client.query("SELECT create_reported_event_partitions((now() - interval '3 months')::date, 5)");
    const { rows: indexes } = await client.query<Index>(
      `SELECT c.oid::regclass::text AS name, replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') AS definition
         FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
        WHERE (t.relname = 'reported_events' OR t.relname ~ '^reported_events_\\d{4}_\\d\\d$') AND NOT c.relispartition
          AND NOT i.indisprimary`,
    );
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    const projects = Array.from({ length: 10 }, (_, index) => seededId('project', index + 1));
    const place = [seededId('organization', 1), projects, seededId('user', 14)];
    for (let begin = 0; begin < count; begin += PART) {
      const end = Math.min(begin + PART, count);
      await client.query(eventsStatement, [...place, count, begin + 1, end]);
      say(`${end} events`);
    }
    for (const { definition } of indexes) await client.query(definition);
    say('indexes');
    for (const statement of countStatements) await client.query(statement);
    say('counts');
    await client.query('VACUUM ANALYZE reported_events, event_counts, event_totals, event_quarters, event_days');
    say('statistics');
  });
}
