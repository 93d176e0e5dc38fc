-- The second factor: one-time passwords (RFC 6238), recovery codes, and log-ins that wait for one of them.

CREATE TABLE totp_factors (
  user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  -- Encrypted; the key is derived from SECRET_KEY.
  secret bytea NOT NULL,
  -- Null until a first code has shown that the authenticator has the secret.
  confirmed_at timestamptz(3),
  -- The latest step of 30 seconds whose code was used: no code is good twice.
  last_step bigint,
  created_at timestamptz(3) NOT NULL
);

-- Keyed hashes (HMAC): a code has 50 bits only.
CREATE TABLE recovery_codes (
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz(3),
  PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE mfa_challenges (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX mfa_challenges_user_id_idx ON mfa_challenges (user_id);
CREATE INDEX mfa_challenges_expires_at_idx ON mfa_challenges (expires_at);
