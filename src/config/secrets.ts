import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsReader } from '../platform/settings-reader.ts';
import type { EnvironmentName } from './environment-name.ts';

const SECRET_BYTES_MIN = 32;

export function readSecretKey(reader: SettingsReader, env: EnvironmentName, dataDir: string): string {
  const text = reader.text('SECRET_KEY');
  if (text !== undefined) {
    checkSecret(reader, 'SECRET_KEY', text);
    return text;
  }
  if (env === 'production') {
    reader.refuse('SECRET_KEY', 'is missing', 'set it to the output of: openssl rand -base64 48');
    return '';
  }
  return keptSecret(reader, join(dataDir, 'secret'));
}

export function readPreviousSecretKeys(reader: SettingsReader): readonly string[] {
  const keys = (reader.text('SECRET_KEY_PREVIOUS') ?? '').split(/[,\n]/).flatMap((key) => key.trim() || []);
  for (const key of keys) checkSecret(reader, 'SECRET_KEY_PREVIOUS', key);
  return Object.freeze(keys);
}

/**
 * Rejects keys that are copied from a manual or typed by hand: short ones, placeholders, and those of few characters.
 */
function checkSecret(reader: SettingsReader, name: string, text: string): void {
  const remedy = 'set it to the output of: openssl rand -base64 48';
  if (Buffer.byteLength(text) < SECRET_BYTES_MIN)
    reader.refuse(name, `is shorter than ${SECRET_BYTES_MIN} bytes`, remedy);
  else if (/change.?me|example|default|insecure|password/i.test(text) || new Set(text).size < 10) {
    reader.refuse(name, 'is a default or a guessable value', remedy);
  }
}

function keptSecret(reader: SettingsReader, path: string): string {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    try {
      // Fails if another process has created the file meanwhile; then that file is read.
      writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const secret = readFileSync(path, 'utf8').trim();
    checkSecret(reader, 'SECRET_KEY', secret);
    return secret;
  } catch (error) {
    reader.refuse('DATA_DIR', `cannot be written (${String(error)})`, 'set it to a folder that this account may write');
    return '';
  }
}
