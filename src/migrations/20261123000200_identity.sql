-- What accounts need beyond the core tables.

-- Name and password of a registration wait beside its token and become the account's only when that very link is
-- followed: a stranger who registers somebody else's address cannot set the password that the owner's own link opens.
ALTER TABLE one_time_tokens ADD COLUMN name text CHECK (char_length(name) BETWEEN 1 AND 100);
ALTER TABLE one_time_tokens ADD COLUMN password_hash text;
ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_registration_check
  CHECK (purpose <> 'email_verification' OR num_nulls(name, password_hash) = 0);

-- How many registration mails an address got since the window began, so that nobody can flood it through us.
CREATE TABLE registration_mails (
  email text PRIMARY KEY CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
  sent integer NOT NULL CHECK (sent > 0),
  window_began_at timestamptz(3) NOT NULL
);
CREATE INDEX registration_mails_window_began_at_idx ON registration_mails (window_began_at);
CREATE INDEX login_throttles_updated_at_idx ON login_throttles (updated_at);
