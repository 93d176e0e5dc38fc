-- What changing and resetting passwords needs.

-- The passwords before the current one, so that none of the last five comes back.
CREATE TABLE password_history (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  password_hash text NOT NULL,
  replaced_at timestamptz(3) NOT NULL
);
CREATE INDEX password_history_user_id_idx ON password_history (user_id, replaced_at, id);

-- A verification mail that is sent again while several registrations wait opens the account without a password.
ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_registration_check;
ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_registration_check
  CHECK (purpose <> 'email_verification' OR name IS NOT NULL);

-- Other mails than those of registrations are counted, too, each kind by itself.
ALTER TABLE registration_mails RENAME TO account_mails;
ALTER INDEX registration_mails_window_began_at_idx RENAME TO account_mails_window_began_at_idx;
ALTER TABLE account_mails ADD COLUMN purpose text NOT NULL DEFAULT 'email_verification'
  CHECK (purpose IN ('email_verification', 'password_reset'));
ALTER TABLE account_mails ALTER COLUMN purpose DROP DEFAULT;
ALTER TABLE account_mails DROP CONSTRAINT registration_mails_pkey;
ALTER TABLE account_mails ADD CONSTRAINT account_mails_pkey PRIMARY KEY (email, purpose);
