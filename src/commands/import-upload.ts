import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { GithubArchive, Import } from '../../generated/v2/types.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { archiveOfList, githubListFields } from './github-list.ts';

/** Ends the command with a message for its user. */
export class ImportFailedError extends ForeseenError {
  override readonly name: string = 'ImportFailedError';
}

/** The server rejected the request, so that no import is running. */
export class ImportRefusedError extends ImportFailedError {
  override readonly name = 'ImportRefusedError';
}

/** A file in the form in which it is sent. */
export interface ImportUpload {
  readonly source: Import['source'];
  readonly mediaType: string;
  readonly body: GithubArchive | string;
  /** The name for a new project. */
  readonly name: string;
}

interface Format {
  readonly source: Import['source'];
  readonly mediaType: string;
  /** Returns the request body, and the name from the file's content or from its path. */
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
 * Reads a file in the format of its extension.
 * @param charset the encoding; by default UTF-16 if the file begins with its byte order mark, otherwise UTF-8
 * @throws ImportFailedError if the file cannot be read, decoded or parsed
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
    throw new ImportFailedError(`${file} is not UTF-8: name its encoding, for example --charset windows-1252`);
  }
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    throw new ImportFailedError(
      isUnknown
        ? `unknown charset ${charset}: use a name such as utf-8 or windows-1252`
        : `${file} is not ${charset}: name its encoding with --charset`,
    );
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
    const converted = archiveOfList(archive);
    if (converted !== undefined) return { body: converted, name: converted.repo };
    throw new ImportFailedError(
      `${file} is a list, but none of its records has the URL of an issue or pull request of GitHub: write it with ` +
        `\`gh issue list --state all --limit 10000 --json ${githubListFields}\``,
    );
  }
  if (isArchive(archive)) return { body: archive, name: archive.repo };
  throw new ImportFailedError(
    `${file} is not a GitHub archive: it must have repo, labels, issues and pulls, or be a list from \`gh issue list --json\``,
  );
}

function isArchive(value: unknown): value is GithubArchive {
  if (typeof value !== 'object' || value === null) return false;
  const { repo, labels, issues, pulls } = value as Record<string, unknown>;
  return typeof repo === 'string' && Array.isArray(labels) && Array.isArray(issues) && Array.isArray(pulls);
}
