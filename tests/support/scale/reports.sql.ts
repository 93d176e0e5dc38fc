// 60,000 events that programs of organization 1 reported, of which a third belongs to project 1, a sixth to no project,
// and the others to 49 projects; some of each other organization; and 5,100 incidents of the installation.

const eventRows = `SELECT n, CASE WHEN n > 60000 THEN n % 990 + 1011 WHEN n % 6 = 0 THEN NULL WHEN n % 3 = 1 THEN 1
                             ELSE n % 49 + 2 END AS p FROM generate_series(1, 80000) n`;

export const reports: readonly string[] = [
  "SELECT create_reported_event_partitions('2025-11-01', 14)",
  `INSERT INTO reported_events (id, organization_id, project_id, user_id, key, external_id, source, type, subject, time,
     datacontenttype, extensions, data, recorded_at)
   SELECT seed_id('050', n), seed_id('001', coalesce(seed_organization(p), 1)), seed_id('007', p),
          CASE WHEN n % 4 = 0 THEN seed_id('002', seed_somebody(coalesce(p, 1), n % 5100)) END, md5(n::text)::uuid,
          'event-' || n, 'https://source-' || CASE WHEN p > 1 THEN p % 200 ELSE n % 10 END || '.meridian.example',
          CASE WHEN n % 50 = 0 THEN 'log.rotated'
               ELSE (ARRAY['deployment.finished', 'build.failed', 'order.placed', 'order.returned'])[n % 4 + 1] END,
          CASE WHEN n % 2 = 1 THEN 'subject-' || n % 500 END, seed_time(n % 60000, 60000), 'application/json', '{}',
          json_build_object('text', seed_words(n, 6)), seed_time(n % 60000, 60000) + n % 60 * interval '1 second'
     FROM (${eventRows}) one`,
  `INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at,
     is_delta)
   SELECT organization_id, project_id, type, source, date_bin('15 minutes', time, '2000-01-01T00:00:00Z'),
          date_trunc('month', recorded_at)::date, count(*), min(time), max(time), false
     FROM reported_events GROUP BY 1, 2, 3, 4, 5, 6`,
  `INSERT INTO event_totals (organization_id, project_id, type, source, recorded_month, count, first_at, last_at)
   SELECT organization_id, project_id, type, source, recorded_month, sum(count), min(first_at), max(last_at)
     FROM event_counts GROUP BY 1, 2, 3, 4, 5`,
  `INSERT INTO event_quarters (organization_id, project_id, bucket, recorded_month, count)
   SELECT organization_id, project_id, bucket, recorded_month, sum(count) FROM event_counts GROUP BY 1, 2, 3, 4`,
  `INSERT INTO event_days (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at)
   SELECT organization_id, project_id, type, source, date_trunc('day', bucket, 'UTC'), recorded_month, sum(count),
          min(first_at), max(last_at)
     FROM event_counts GROUP BY 1, 2, 3, 4, 5, 6`,
  `INSERT INTO incidents (id, kind, service, title, status, occurrence_count, opened_at, last_seen_at, closed_at,
     created_at, updated_at)
   SELECT seed_id('053', n), CASE n % 5 WHEN 0 THEN 'mail' ELSE 'job' END,
          CASE WHEN n % 5 = 0 THEN 'mail.send' ELSE 'job-' || n % 200 END, 'A job failed', 'closed', n % 97 + 1,
          seed_time(n, 5100), seed_time(n, 5100) + n % 7 * interval '1 minute',
          seed_time(n, 5100) + interval '20 minutes', seed_time(n, 5100), seed_time(n, 5100)
     FROM generate_series(1, 5000) n`,
  `INSERT INTO incidents (id, kind, service, title, status, occurrence_count, opened_at, last_seen_at, created_at,
     updated_at)
   SELECT seed_id('053', n), CASE WHEN n = 5001 THEN 'mail' ELSE 'job' END,
          CASE WHEN n = 5001 THEN 'mail.send' ELSE 'job-' || n END, 'A job failed', 'open', n % 97 + 1, seed_time(n, 5100),
          seed_now(), seed_time(n, 5100), seed_time(n, 5100)
     FROM generate_series(5001, 5100) n`,
];
