-- Accounts that nobody ever opened; the sweep finds them in this order.
-- allow blocking-index: few accounts are unverified, so the index is small.
CREATE INDEX users_never_verified_idx ON users (created_at, id) WHERE email_verified_at IS NULL;
