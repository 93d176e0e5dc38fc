-- Closing accounts, and finding people among all of the installation.
ALTER TABLE users ADD COLUMN deactivated_at timestamptz(3);

CREATE INDEX users_created_at_idx ON users (created_at, id);
CREATE INDEX users_name_idx ON users (name, id);
-- The expression is the one of the list's query. Addresses are searched by their parts.
CREATE INDEX users_search_idx ON users
  USING gin (to_tsvector('simple', name || ' ' || translate(email, '@.+-_', '     ')));
