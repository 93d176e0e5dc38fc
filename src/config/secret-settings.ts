/**
 * The settings that hold secrets. Each can be given as a file instead, named by `<setting>_FILE`, because variables can
 * be seen in process lists and in the description of a container.
 */
export const secretSettings: readonly string[] = [
  'DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'DATABASE_POOLER_URL',
  'REDIS_URL',
  'SMTP_URL',
  'METRICS_TOKEN',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'SECRET_KEY',
  'SECRET_KEY_PREVIOUS',
  'ARCHITECT_API_KEY',
];
