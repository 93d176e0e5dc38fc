-- Where users log in from, and what of it is not like them.
-- allow table-rewrite: sessions has the sessions of 30 days, and its rows are short.
-- allow constraint-scan: the new columns are null in all rows, and the mails of accounts are few.
-- allow blocking-index: no session is suspected yet, so the index is empty.
-- allow removal: the check is replaced by a wider one, so that all rows of release 2.0.0 remain valid.

-- Browsers name each other: Edge says Chrome, and both say Safari.
ALTER TABLE sessions ADD COLUMN agent text NOT NULL GENERATED ALWAYS AS (
  CASE WHEN user_agent ~ 'Edg(e|A|iOS)?/' THEN 'edge'
       WHEN user_agent ~ '(Firefox|FxiOS)/' THEN 'firefox'
       WHEN user_agent ~ '(Chrome|CriOS|Chromium)/' THEN 'chrome'
       WHEN user_agent ~ 'Safari/' THEN 'safari'
       WHEN user_agent ~* '^(curl|wget|node|undici|python|go-http|java|okhttp|axios|postman)' THEN 'program'
       ELSE 'other' END
) STORED;
-- Where its latest request came from: 192.0.2.0/24, 2001:db8:1::/48. Null where it began before this was kept.
ALTER TABLE sessions ADD COLUMN network text CHECK (char_length(network) <= 50);
ALTER TABLE sessions ADD COLUMN suspicion text CONSTRAINT sessions_suspicion_known CHECK (suspicion IN ('new_place', 'two_networks', 'many_networks'));
ALTER TABLE sessions ADD COLUMN suspected_at timestamptz(3);
ALTER TABLE sessions ADD CONSTRAINT sessions_suspected_check CHECK ((suspicion IS NULL) = (suspected_at IS NULL));
CREATE INDEX sessions_suspected_idx ON sessions (created_at, id) WHERE suspected_at IS NOT NULL;

-- Outlives sessions: a user who comes back from where they always work is no stranger.
CREATE TABLE user_places (
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  network text NOT NULL CHECK (char_length(network) <= 50),
  agent text NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, network, agent)
);
CREATE INDEX user_places_last_seen_at_idx ON user_places (last_seen_at);

ALTER TABLE account_mails DROP CONSTRAINT account_mails_purpose_check;
ALTER TABLE account_mails ADD CONSTRAINT account_mails_purpose_check
  CHECK (purpose IN ('email_verification', 'password_reset', 'suspicious_session'));
