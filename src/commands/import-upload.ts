import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { GithubArchive, Import } from '../../generated/v2/types.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';

/** What stops the command, in words for the person who typed it. */
export class ImportFailedError extends ForeseenError {
  override readonly name = 'ImportFailedError';
}

/** A file, as far as it must be understood before it is sent. */
export interface ImportUpload {
  readonly source: Import['source'];
  readonly mediaType: string;
  readonly body: GithubArchive | string;
  /** What the project is called that is made for it. */
  readonly name: string;
}

interface Format {
  readonly source: Import['source'];
  readonly mediaType: string;
  /** Reads what the file says; its name where it has none itself. */
  readonly read: (file: string, text: string) => Pick<ImportUpload, 'body' | 'name'>;
}

const named = (file: string, text: string): Pick<ImportUpload, 'body' | 'name'> => ({
  body: text,
  name: basename(file, extname(file)),
});

const formats: Readonly<Record<string, Format>> = {
  '.json': { source: 'github_archive', mediaType: 'application/json', read: readArchive },
  '.csv': { source: 'csv', mediaType: 'text/csv', read: named },
  '.ndjson': { source: 'ndjson', mediaType: 'application/x-ndjson', read: named },
};

/** Reads a file of the format that its extension names. @throws ImportFailedError */
export async function readUpload(file: string): Promise<ImportUpload> {
  const extension = extname(file).toLowerCase();
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (format === undefined) {
    const what = extension === '' ? 'has no extension' : `ends with ${extension}`;
    throw new ImportFailedError(`${file} ${what}: name it .json (a GitHub archive), .csv or .ndjson`);
  }
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ImportFailedError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { source, mediaType, read } = format;
  return { source, mediaType, ...read(file, text) };
}

function readArchive(file: string, text: string): Pick<ImportUpload, 'body' | 'name'> {
  let archive: unknown;
  try {
    archive = JSON.parse(text);
  } catch (error) {
    throw new ImportFailedError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (isArchive(archive)) return { body: archive, name: archive.repo };
  throw new ImportFailedError(`${file} is not a GitHub archive: it needs repo, labels, issues and pulls`);
}

function isArchive(value: unknown): value is GithubArchive {
  if (typeof value !== 'object' || value === null) return false;
  const { repo, labels, issues, pulls } = value as Record<string, unknown>;
  return typeof repo === 'string' && Array.isArray(labels) && Array.isArray(issues) && Array.isArray(pulls);
}
