-- Where users have logged in: what strangers do elsewhere does not slow them down there.
CREATE TABLE user_addresses (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 64),
  last_seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, source)
);
CREATE INDEX user_addresses_last_seen_at_idx ON user_addresses (last_seen_at);
INSERT INTO user_addresses (user_id, source, last_seen_at)
  SELECT user_id, address, max(created_at) FROM sessions WHERE char_length(address) > 0 GROUP BY user_id, address;
