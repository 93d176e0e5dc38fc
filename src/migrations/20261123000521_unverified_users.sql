-- Accounts that nobody ever opened; the sweep finds them in this order.
CREATE INDEX users_never_verified_idx ON users (created_at, id) WHERE email_verified_at IS NULL;
