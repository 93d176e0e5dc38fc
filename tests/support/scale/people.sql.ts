// Organizations and users at scale. Organization 1 is large, 2 to 100 have the usual size, and the others exist so that
// a user can belong to a thousand. User 1 owns organization 1, is an operator, and is a member of every organization.
// User 2 is a member. Each has 5,100 rows in every list, so that there is a 1,000th page of five.

export const people: readonly string[] = [
  `INSERT INTO organizations (id, name, slug, created_at, updated_at)
   SELECT seed_id('001', n), 'Meridian ' || n, 'meridian-' || n, seed_time(n, 1100), seed_time(n, 1100)
     FROM generate_series(1, 1100) n`,
  `INSERT INTO users (id, email, name, is_operator, email_verified_at, home_organization_id, created_at, updated_at)
   SELECT seed_id('002', n), 'user-' || n || '@meridian.example', initcap(seed_words(n, 2)), n = 1, seed_time(n, 6090),
          seed_id('001', seed_home(n)), seed_time(n, 6090), seed_time(n, 6090)
     FROM generate_series(1, 6090) n`,
  `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
   SELECT seed_id('001', seed_home(n)), seed_id('002', n),
          CASE WHEN n = 1 OR (n > 5100 AND n % 10 = 1) THEN 'owner' WHEN n = 2 THEN 'member' WHEN n % 20 = 0 THEN 'admin'
               WHEN n % 7 = 0 THEN 'viewer' ELSE 'member' END,
          seed_time(n, 6090), seed_time(n, 6090)
     FROM generate_series(1, 6090) n`,
  `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
   SELECT seed_id('001', n), seed_id('002', 1), 'viewer', seed_time(n, 1100), seed_time(n, 1100)
     FROM generate_series(2, 1100) n`,
  // The first key of each user has a secret that tests know: seed_token(number of the user).
  `INSERT INTO api_keys (id, organization_id, user_id, name, hint, token_hash, scopes, created_at, updated_at)
   SELECT seed_id('003', n), seed_id('001', seed_home(n)), seed_id('002', n), 'Key ' || n, right(seed_token(n), 4),
          sha256(convert_to(seed_token(n), 'UTF8')), seed_scopes(), seed_time(n, 6090), seed_time(n, 6090)
     FROM generate_series(1, 6090) n`,
  `INSERT INTO api_keys (id, organization_id, user_id, name, hint, token_hash, scopes, created_at, updated_at)
   SELECT seed_id('013', n), seed_id('001', 1), seed_id('002', 1), seed_words(n, 2) || ' ' || n, right(seed_token(n), 4),
          sha256(convert_to('ak_more_' || n, 'UTF8')), seed_scopes(), seed_time(n, 5100), seed_time(n, 5100)
     FROM generate_series(1, 5100) n`,
  `INSERT INTO sessions (id, user_id, token_hash, organization_id, address, user_agent, created_at, last_active_at, expires_at)
   SELECT seed_id('004', n), seed_id('002', u), sha256(convert_to('ses_' || lpad(n::text, 43, '0'), 'UTF8')), seed_id('001', seed_home(u)),
          '198.51.100.' || n % 250, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          seed_now() - n * interval '1 minute', seed_now() - n % 700 * interval '1 minute', seed_now() + interval '29 days'
     FROM (SELECT n, CASE WHEN n <= 5100 THEN 1 ELSE n % 6090 + 1 END AS u FROM generate_series(1, 18000) n) one`,
  `INSERT INTO invitations (id, organization_id, email, role, status, token_hash, invited_by_id, expires_at, created_at,
     updated_at)
   SELECT seed_id('005', n), seed_id('001', 1), 'guest-' || n || '@halyard.example', 'member',
          (ARRAY ['pending', 'accepted', 'revoked', 'expired'])[n % 4 + 1], sha256(convert_to('invitation ' || n, 'UTF8')),
          seed_id('002', 1), seed_now() + (n % 14 - 4) * interval '1 day', seed_time(n, 5100), seed_time(n, 5100)
     FROM generate_series(1, 5100) n`,
  `INSERT INTO invitations (id, organization_id, email, role, status, token_hash, expires_at, created_at, updated_at)
   SELECT seed_id('015', n), seed_id('001', n), 'user-1@meridian.example', 'member', 'pending',
          sha256(convert_to('welcome ' || n, 'UTF8')), seed_now() + interval '7 days', seed_time(n, 1100), seed_time(n, 1100)
     FROM generate_series(2, 1100) n`,
  `INSERT INTO key_usage (credential_id, organization_id, user_id, version, operation_id, query_parameters, body_fields,
     last_used_on)
   SELECT seed_id('003', u), seed_id('001', seed_home(u)), seed_id('002', u), version, operation,
          jsonb_build_object('limit', seed_now()::date), '{}', seed_now()::date - u % 30
     FROM generate_series(1, 6090) u,
          (VALUES ('v1', 'listTasks'), ('v1', 'getTask'), ('v2', 'listTasks')) used (version, operation)`,
  `INSERT INTO operation_usage (credential_id, credential_type, user_id, version, operation_id, used_on, requests)
   SELECT seed_id('003', u), 'api_key', seed_id('002', u), version, operation, seed_now()::date - day, 100
     FROM generate_series(1, 6090) u, LATERAL generate_series(u % 30, CASE WHEN u <= 600 THEN 29 ELSE u % 30 END) day,
          (VALUES ('v1', 'listTasks'), ('v1', 'getTask'), ('v2', 'listTasks')) used (version, operation)`,
  `INSERT INTO idempotency_keys (principal_id, credential_id, operation, key, fingerprint, status, headers, body, is_encrypted, created_at,
     organization_id)
   SELECT seed_id('002', n % 6090 + 1), seed_id('003', n % 6090 + 1), 'v2.createTask', 'key-' || n, sha256(convert_to(n::text, 'UTF8')), 201, '{}',
          convert_to(repeat('x', 500), 'UTF8'), false, seed_now() - n * interval '1 second',
          seed_id('001', seed_home(n % 6090 + 1))
     FROM generate_series(1, 30000) n`,
  `INSERT INTO contract_violations (id, version, operation_id, part, pointer, keyword, status, violation_count, first_at,
     last_at)
   SELECT seed_id('006', n), 'v2', 'listTasks', 'body', '/data/*/field_' || n, 'type', 200, n % 1000 + 1,
          seed_time(n, 5100), seed_time(n, 5100)
     FROM generate_series(1, 5100) n`,
];
