-- When the session last showed the second factor; null for one that a password alone began.
ALTER TABLE sessions ADD COLUMN factor_shown_at timestamptz(3);
