import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { GithubArchive, Import } from '../../generated/v2/types.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';

/** What stops the command, in words for the person who typed it. */
export class ImportFailedError extends ForeseenError {
  override readonly name: string = 'ImportFailedError';
}

/** The server has said no, so nothing is under way. */
export class ImportRefusedError extends ImportFailedError {
  override readonly name = 'ImportRefusedError';
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

/**
 * Reads a file of the format that its extension names.
 * @param charset how its text is encoded; by default UTF-8, or UTF-16 where it begins with a byte order mark of it
 * @throws ImportFailedError
 */
export async function readUpload(file: string, charset?: string): Promise<ImportUpload> {
  const extension = extname(file).toLowerCase();
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (format === undefined) {
    const what = extension === '' ? 'has no extension' : `ends with ${extension}`;
    throw new ImportFailedError(`${file} ${what}: name it .json (a GitHub archive), .csv or .ndjson`);
  }
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ImportFailedError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { source, mediaType, read } = format;
  return { source, mediaType, ...read(file, decoded(file, bytes, charset ?? charsetOf(bytes))) };
}

function charsetOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(file: string, bytes: Buffer, charset: string): string {
  if (charset === 'utf-8' && !isUtf8(bytes)) {
    throw new ImportFailedError(`${file} is not UTF-8: say how it is encoded, --charset windows-1252 for example`);
  }
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    throw new ImportFailedError(isUnknown ? `there is no charset ${charset}` : `${file} is not ${charset}`);
  }
}

function readArchive(file: string, text: string): Pick<ImportUpload, 'body' | 'name'> {
  let archive: unknown;
  try {
    archive = JSON.parse(text);
  } catch (error) {
    throw new ImportFailedError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (Array.isArray(archive)) {
    throw new ImportFailedError(
      `${file} is a list, as \`gh issue list --json\` writes it; a GitHub archive is an object, ` +
        '{"repo": "owner/name", "labels": [], "issues": [], "pulls": []}, or bring the list as CSV with a column title',
    );
  }
  if (isArchive(archive)) return { body: archive, name: archive.repo };
  throw new ImportFailedError(`${file} is not a GitHub archive: it needs repo, labels, issues and pulls`);
}

function isArchive(value: unknown): value is GithubArchive {
  if (typeof value !== 'object' || value === null) return false;
  const { repo, labels, issues, pulls } = value as Record<string, unknown>;
  return typeof repo === 'string' && Array.isArray(labels) && Array.isArray(issues) && Array.isArray(pulls);
}
