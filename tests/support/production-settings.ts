import { createHash } from 'node:crypto';

// Computed, because a scanner for secrets cannot tell a planted secret from a real one.
export const goodSecret = createHash('sha256').update('the secret of production in tests').digest('base64url');
export const goodToken = createHash('sha256').update('the token of production in tests').digest('hex').slice(0, 24);

/** Settings with which production starts. */
export const production = {
  NODE_ENV: 'production',
  SECRET_KEY: goodSecret,
  DATABASE_URL: 'postgres://architect:x@db.internal/architect',
  PUBLIC_URL: 'https://architect.example.com/',
  SMTP_URL: 'smtps://mail.internal',
};
