// 100,000 errors of organization 1, of which project 1 has 20,000, and some of each other organization. The first one has
// 5,100 occurrences, more than are kept, so that there are pages of them; others have one.

const errorRows = `SELECT n, CASE WHEN n <= 20000 THEN 1 ELSE (n - 20001) % 1999 + 2 END AS p FROM generate_series(1, 100000) n`;

export const errors: readonly string[] = [
  `INSERT INTO error_groups (id, organization_id, project_id, fingerprint, type, title, message, culprit, level, platform,
     status, assignee_id, resolved_at, first_release, version, created_at, updated_at, occurrence_count, user_count,
     first_seen_at, last_seen_at, last_release)
   SELECT seed_id('040', n), seed_id('001', seed_organization(p)), seed_id('007', p), md5(n::text), 'Error' || n % 1000,
          'Error' || n % 1000 || ': ' || seed_words(n, 5), seed_words(n, 12), 'run (' || seed_words(n, 1) || '.ts)',
          (ARRAY['error', 'error', 'error', 'warning', 'fatal', 'info', 'debug'])[n % 7 + 1], 'node',
          (ARRAY['open', 'open', 'resolved', 'ignored', 'open', 'open', 'resolved', 'open', 'open', 'regressed'])[n % 10 + 1],
          CASE WHEN n % 4 = 0 THEN seed_id('002', seed_somebody(p, n % 5)) END,
          CASE WHEN n % 10 IN (2, 6) THEN seed_time(n, 100000) END, 'core@2.' || n % 500 || '.0', 1, seed_time(n, 100000),
          seed_time(n, 100000), n % 977 + 1, n % 97, seed_time(n, 100000),
          least(seed_now(), seed_time(n, 100000) + n % 50 * interval '1 day'), 'core@2.' || n % 500 || '.0'
     FROM (${errorRows}) one`,
  `INSERT INTO error_facets (organization_id, project_id, error_id, name, value, count)
   SELECT seed_id('001', seed_organization(p)), seed_id('007', p), seed_id('040', n), f.name, f.value, n % 977 + 1
     FROM (${errorRows}) one
     CROSS JOIN LATERAL (VALUES ('release', 'core@2.' || n % 500 || '.0'),
       ('environment', (ARRAY['production', 'staging', 'test'])[n % 3 + 1]),
       ('tag:browser', (ARRAY['Firefox', 'Chrome'])[n % 2 + 1]), ('tag:host', 'h' || n % 500)) AS f (name, value)`,
  `INSERT INTO error_counts (organization_id, project_id, error_id, environment, bucket, count)
   SELECT seed_id('001', seed_organization(p)), seed_id('007', p), seed_id('040', n),
          (ARRAY['production', 'staging', 'test'])[n % 3 + 1],
          date_bin('15 minutes', seed_now() - (n * 37 % 2000 + k * 97 % 900) * interval '15 minutes', '2000-01-01T00:00:00Z'),
          (n % 977 + k) / 10
     FROM (${errorRows}) one, generate_series(1, 10) k
    WHERE n % 977 + k >= 10`,
  `INSERT INTO error_quarters (organization_id, bucket, environment, level, count)
   SELECT c.organization_id, c.bucket, c.environment, g.level, sum(c.count)
     FROM error_counts c JOIN error_groups g ON g.id = c.error_id
    WHERE c.bucket < date_bin('1 hour', seed_now() - interval '1 hour', '2000-01-01T00:00:00Z')
    GROUP BY 1, 2, 3, 4`,
  `UPDATE error_quarters_cursor
      SET added_until = date_bin('1 hour', seed_now() - interval '1 hour', '2000-01-01T00:00:00Z')`,
  `INSERT INTO error_occurrences (id, organization_id, project_id, error_id, number, occurred_at, received_at, level, type,
     message, release, environment, frames, causes, tags, breadcrumbs, context)
   SELECT seed_id('041', n), seed_id('001', 1), seed_id('007', 1), seed_id('040', 1), n,
          seed_now() - n * interval '1 minute', seed_now() - n * interval '1 minute', 'error', 'Error1', seed_words(n, 6),
          'core@2.' || n % 500 || '.0', (ARRAY['production', 'staging', 'test'])[n % 3 + 1], '[]', '[]', '{}', '[]', '{}'
     FROM generate_series(1, 5100) n`,
  `INSERT INTO error_occurrences (id, organization_id, project_id, error_id, number, occurred_at, received_at, level, type,
     message, release, frames, causes, tags, breadcrumbs, context)
   SELECT seed_id('042', n), seed_id('001', seed_organization(p)), seed_id('007', p), seed_id('040', n), 1,
          seed_time(n, 100000), seed_time(n, 100000), 'error', 'Error' || n % 1000, seed_words(n, 6),
          'core@2.' || n % 500 || '.0', '[]', '[]', '{}', '[]', '{}'
     FROM (${errorRows}) one WHERE n BETWEEN 2 AND 60000`,
  // 5,100 releases in project 1, of which the first 500 are those of the errors, and one in each other project.
  `INSERT INTO error_releases (id, organization_id, project_id, release, first_seen_at)
   SELECT seed_id('043', n), seed_id('001', seed_organization(p)), seed_id('007', p), 'core@2.' || n - 1 || '.0',
          seed_time(n, 7000)
     FROM (SELECT n, greatest(1, n - 5099) AS p FROM generate_series(1, 7000) n) one`,
  `INSERT INTO release_environments (organization_id, project_id, release, environment, occurrence_count, last_occurred_at)
   SELECT organization_id, project_id, release, environment, 20, first_seen_at + interval '9 days'
     FROM error_releases
     CROSS JOIN LATERAL (SELECT environment FROM unnest(ARRAY['production', 'staging', 'test']) WITH ORDINALITY
                                  AS e (environment, place) WHERE number % 3 <> place) one`,
  `INSERT INTO release_sessions (organization_id, project_id, release, environment, bucket, started, errored, crashed)
   SELECT organization_id, project_id, release, environment, date_bin('1 hour', first_seen_at, '2000-01-01T00:00:00Z')
            + k * interval '1 hour', 900, 7, 2
     FROM release_environments JOIN error_releases USING (organization_id, project_id, release),
          generate_series(1, 20) k`,
];
