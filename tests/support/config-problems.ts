import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from '../../src/config.ts';

/** Loads a configuration with its own DATA_DIR and returns its problems; empty if it is valid. */
export function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  try {
    loadConfig({ DATA_DIR: dataDir, ...environment });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}
