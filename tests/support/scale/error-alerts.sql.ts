// Alert rules and alerts: project 1 has 5,100 rules, of which the first one fired 21,000 times; the other projects of
// organization 1 have two each, with three alerts.

export const errorAlerts: readonly string[] = [
  `INSERT INTO error_alert_rules (id, organization_id, project_id, name, kind, threshold, "window", window_minutes, levels,
     environments, error_id, is_active, armed_from, created_at, updated_at)
   SELECT seed_id('030', n), seed_id('001', seed_organization(p)), seed_id('007', p), initcap(seed_words(n, 3)),
          CASE n % 20 WHEN 0 THEN 'regression' WHEN 1 THEN 'new_group' ELSE 'threshold' END, 1, 'PT1H', 60, '{}', '{}', NULL,
          n % 10 > 0, seed_time(n, 9100), seed_time(n, 9100), seed_time(n, 9100)
     FROM (SELECT n, CASE WHEN n <= 5100 THEN 1 ELSE (n - 5101) / 2 + 2 END AS p FROM generate_series(1, 9098) n) one`,
  `INSERT INTO error_alerts (id, organization_id, project_id, rule_id, name, kind, error_id, status, threshold, "window",
     window_started_at, value, fired_at, cleared_at, clears_at)
   SELECT seed_id('031', n), seed_id('001', seed_organization(p)), seed_id('007', p), seed_id('030', r), seed_words(r, 3),
          CASE n % 20 WHEN 0 THEN 'new_group' ELSE 'threshold' END, CASE n % 20 WHEN 0 THEN seed_id('032', n % 400) END,
          CASE WHEN is_last THEN 'firing' ELSE 'cleared' END, 1, 'PT1H', seed_time(n, 33000), n % 7 + 1,
          seed_time(n, 33000), CASE WHEN NOT is_last THEN seed_time(n, 33000) + interval '1 hour' END,
          seed_time(n, 33000) + interval '1 hour'
     FROM (SELECT n, CASE WHEN n <= 21000 THEN 1 ELSE (n - 21001) / 3 % 1999 + 2 END AS p,
                  CASE WHEN n <= 21000 THEN 1 ELSE 5101 + (n - 21001) / 3 % 1999 * 2 END AS r,
                  n = 21000 OR n > 21000 AND (n - 21001) / 5997 = 1 AND n % 3 = 0 AS is_last
             FROM generate_series(1, 32994) n) one`,
];
