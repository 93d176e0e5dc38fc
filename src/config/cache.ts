import type { SettingsReader } from '../platform/settings-reader.ts';

const MEBIBYTE = 1024 * 1024;
const DAY_SECONDS = 86_400;

/** Reads how much is cached, and for how long. */
export function readCache(reader: SettingsReader) {
  const subjects = ['USER', 'PROJECT', 'RESOURCE', 'ANALYTICS'] as const;
  const known = ['ENABLED', 'ENTRIES_MAX', 'MEMORY_MAX_MB', ...subjects.map((subject) => `${subject}_TTL_SECONDS`)];
  reader.refuseUnknown(
    'CACHE_',
    known.map((name) => `CACHE_${name}`),
  );
  const ttlMs = (subject: (typeof subjects)[number], fallback: number): number =>
    reader.integer(`CACHE_${subject}_TTL_SECONDS`, { min: 1, max: DAY_SECONDS, fallback }) * 1000;
  return Object.freeze({
    isEnabled: reader.boolean('CACHE_ENABLED', true),
    entriesMax: reader.integer('CACHE_ENTRIES_MAX', { min: 100, max: 10_000_000, fallback: 100_000 }),
    bytesMax: reader.integer('CACHE_MEMORY_MAX_MB', { min: 1, max: 65_536, fallback: 64 }) * MEBIBYTE,
    /** How long values are used at most, by their subject. */
    ttlMs: Object.freeze({
      user: ttlMs('USER', 3600),
      project: ttlMs('PROJECT', 1800),
      resource: ttlMs('RESOURCE', 1800),
      analytics: ttlMs('ANALYTICS', 300),
    }),
  });
}
