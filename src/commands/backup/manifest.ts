import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BuildInfo } from '../../platform/build-info.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';

// A backup is a folder of two files: the database as pg_dump writes it, and a manifest of what it contains.

/** The format of the manifest. A program that does not know it does not restore the backup. */
const FORMAT = 1;
const MANIFEST_FILE = 'manifest.json';
const DUMP_FILE = 'database.dump';

/** The end of an organization's audit chain; the installation's own chain has the id of zeros. */
export interface ChainHead {
  readonly organization_id: string;
  readonly sequence: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** A file of src/migrations that has run. */
interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** What the database contained at the moment of the backup. */
export interface DatabaseFacts {
  readonly migrations: readonly AppliedMigration[];
  /** The number of rows by table: `public.tasks`. */
  readonly tables: Readonly<Record<string, number>>;
  readonly audit_chains: readonly ChainHead[];
}

export interface Manifest extends DatabaseFacts {
  readonly format: number;
  /** The moment of the snapshot, RFC 3339. */
  readonly created_at: string;
  readonly architect: BuildInfo;
  /** Major versions of PostgreSQL. */
  readonly postgres: { readonly server: number; readonly pg_dump: number };
  /** Identify SECRET_KEY and SECRET_KEY_PREVIOUS, which are not in the backup. */
  readonly secret_key_ids: readonly string[];
  readonly dump: { readonly bytes: number; readonly sha256: string };
}

export function dumpPath(folder: string): string {
  return join(folder, DUMP_FILE);
}

export async function writeManifest(folder: string, manifest: Omit<Manifest, 'format' | 'dump'>): Promise<Manifest> {
  const complete = { format: FORMAT, ...manifest, dump: await describeDump(folder) };
  const text = `${JSON.stringify(complete, null, 2)}\n`;
  await writeFile(join(folder, MANIFEST_FILE), text, { mode: 0o600, flush: true });
  return complete;
}

/**
 * Reads the manifest of a backup and compares the dump with its checksum.
 * @throws ForeseenError if the folder is no backup, is incomplete, or was changed
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST_FILE);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ForeseenError(`${path} cannot be read: name the folder that \`backup\` wrote`, { cause: error });
  });
  const manifest = parse(text, path);
  const dump = await describeDump(folder).catch((error: unknown) => {
    throw new ForeseenError(`${dumpPath(folder)} cannot be read: copy it from another copy of the backup`, {
      cause: error,
    });
  });
  if (dump.bytes !== manifest.dump.bytes || dump.sha256 !== manifest.dump.sha256) {
    const found = `${dump.bytes} bytes, sha256 ${dump.sha256}`;
    const expected = `${manifest.dump.bytes} bytes, sha256 ${manifest.dump.sha256}`;
    throw new ForeseenError(`${dumpPath(folder)} was changed or cut off: it is ${found}, and was ${expected}`);
  }
  return manifest;
}

function parse(text: string, path: string): Manifest {
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<Manifest> | null;
  } catch (error) {
    throw new ForeseenError(`${path} is not JSON: it was changed or cut off`, { cause: error });
  }
  if (manifest?.format !== FORMAT) {
    throw new ForeseenError(`${path} has another format than ${FORMAT}: restore it with the version that wrote it`);
  }
  if (!isComplete(manifest)) throw new ForeseenError(`${path} lacks members: it was changed or cut off`);
  return manifest;
}

function isComplete(manifest: Partial<Manifest>): manifest is Manifest {
  const { created_at, architect, postgres, secret_key_ids, dump, migrations, tables, audit_chains } = manifest;
  return (
    typeof created_at === 'string' &&
    [architect, postgres, dump, tables].every((member) => typeof member === 'object') &&
    [secret_key_ids, migrations, audit_chains].every(Array.isArray)
  );
}

async function describeDump(folder: string): Promise<Manifest['dump']> {
  const path = dumpPath(folder);
  const { size } = await stat(path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: size, sha256: hash.digest('hex') };
}
