export const goodSecret = 'Zk3vQ9sX7pLw2RtYb8NcJh5MfGd4KuEa1VoTi6Hq';

/** Settings with which production starts. */
export const production = {
  NODE_ENV: 'production',
  SECRET_KEY: goodSecret,
  DATABASE_URL: 'postgres://architect:x@db.internal/architect',
  PUBLIC_URL: 'https://architect.example.com/',
  SMTP_URL: 'smtps://mail.internal',
};
