import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isProblemBody } from '../client/errors.ts';
import { createHttpClient, type HttpClient } from '../client/http-client.ts';
import { retryAfterSeconds } from '../client/retry.ts';
import type { Import, Project } from '../../generated/v2/types.ts';
import { loadClientConfig } from '../config.ts';
import { toTerminalLine } from '../platform/terminal-text.ts';
import { UsageError } from '../problems/usage-error.ts';
import { ImportFailedError, ImportRefusedError, readUpload, type ImportUpload } from './import-upload.ts';
import { outcomeOf, summaryOf } from './import-summary.ts';
import { progressBar } from './progress-bar.ts';

interface ImportCommand {
  /** Path of the file. Its extension determines the format. */
  readonly file: string;
  /**
   * Key of the project, which is created if it is missing. By default derived from the repository's or the file's name.
   */
  readonly projectKey: string | undefined;
  /** The encoding, if it is neither UTF-8 nor marked by a byte order mark. */
  readonly charset?: string | undefined;
  readonly baseUrl: string;
  readonly apiKey: string;
}

const POLL_MS = 200;
/**
 * How long to retry while the server does not respond: it may be restarting, and the import continues after the
 * restart.
 */
const RETRY_MS_MAX = 60_000;

/**
 * `import FILE [--project KEY] [--charset NAME]`; uses ARCHITECT_URL and ARCHITECT_API_KEY.
 * @throws ImportFailedError
 */
export async function importCommand(args: readonly string[]): Promise<void> {
  const options = { project: { type: 'string' }, charset: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError('name one file: import FILE [--project KEY] [--charset NAME]');
  const { baseUrl, apiKey } = loadClientConfig();
  if (apiKey === undefined) {
    throw new ImportFailedError(
      'no API key: set ARCHITECT_API_KEY, or run `make run` once, which creates a demo key in DATA_DIR',
    );
  }
  const { project: projectKey, charset } = values;
  await runImportCommand({ file, projectKey, charset, baseUrl, apiKey }, process.stdout);
}

/**
 * Uploads a file with the client, waits for the import and prints its summary. If the command created the
 * project and the import created nothing in it, the project is deleted again.
 * @throws ImportFailedError if the import fails, or if every record, or every task, was refused
 */
export async function runImportCommand(command: ImportCommand, out: NodeJS.WriteStream): Promise<void> {
  const upload = await readUpload(command.file, command.charset);
  const client = createHttpClient({ baseUrl: command.baseUrl, apiKey: command.apiKey });
  await assertReachable(client, command.baseUrl);
  const key = command.projectKey ?? keyOf(upload.name);
  const { project, isNew } = await findOrCreateProject(client, key, upload.name);
  const what = `${basename(command.file)} (${upload.name}) into ${project.key} "${project.name}"`;
  out.write(`importing ${toTerminalLine(what)}\n`);
  let isEmpty = false;
  try {
    const ended = await follow(client, await send(client, project.id, upload), out);
    out.write(summaryOf(ended));
    const { created, lost } = outcomeOf(ended);
    isEmpty = created === 0;
    if (ended.status !== 'completed')
      throw new ImportFailedError(toTerminalLine(ended.failure ?? `the import was ${ended.status}`));
    if (lost !== undefined) throw new ImportFailedError(`every ${lost} was refused: see the reasons above`);
  } catch (error) {
    // If the server did not respond, the import may still be running, so the project is kept.
    if (isNew && (isEmpty || error instanceof ImportRefusedError)) await deleteProject(client, project, out);
    throw error;
  }
}

/** Fails immediately if no server responds. Only requests of an import that has begun are retried. */
async function assertReachable(client: HttpClient, baseUrl: string): Promise<void> {
  await client.GET('/health/liveness').catch((error: unknown) => {
    if (!isConnectionError(error)) throw error;
    throw new ImportFailedError(
      `no server responds at ${baseUrl}: start it with \`make run\`, or set PORT or ARCHITECT_URL to its address`,
      { cause: error },
    );
  });
}

async function deleteProject(client: HttpClient, { id, key }: Project, out: NodeJS.WriteStream): Promise<void> {
  const params = { path: { project_id: id } };
  const { response } = await client
    .DELETE('/api/v2/projects/{project_id}', { params })
    .catch(() => ({ response: null }));
  const isDeleted = response?.ok === true;
  out.write(
    isDeleted
      ? `the new project ${key} was deleted again\n`
      : `the new project ${key} is empty, but could not be deleted: delete it by hand\n`,
  );
}

/** `quicwg/datagram` becomes DATAGRAM. */
function keyOf(name: string): string {
  const letters = (name.split('/').at(-1) ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  return letters.length < 2 ? 'IMPORT' : letters.slice(0, 10);
}

async function findOrCreateProject(
  client: HttpClient,
  key: string,
  name: string,
): Promise<{ readonly project: Project; readonly isNew: boolean }> {
  const { data } = await responded(async () => client.GET('/api/v2/projects', { params: { query: { key } } }));
  const [found] = data.data;
  if (found !== undefined) return { project: found, isNew: false };
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = { key, name: name.slice(0, 100), description: `Imported from ${name}` };
  const { data: created } = await responded(async () =>
    client.POST('/api/v2/projects', { params: { header: headers }, body }),
  );
  return { project: created, isNew: true };
}

async function send(client: HttpClient, projectId: string, upload: ImportUpload): Promise<Import> {
  const { source, mediaType, body } = upload;
  // All retries use the same key, so that a lost response does not cause a second import.
  const header = { 'Idempotency-Key': randomUUID() };
  const params = { path: { project_id: projectId }, query: { source }, header };
  const { data } = await responded(async () =>
    client.POST('/api/v2/projects/{project_id}/imports', {
      params,
      body,
      headers: { 'content-type': mediaType },
    }),
  );
  return data;
}

async function follow(client: HttpClient, accepted: Import, out: NodeJS.WriteStream): Promise<Import> {
  const bar = progressBar(out);
  const path = { import_id: accepted.id };
  for (let current = accepted; ;) {
    bar.show(current.records_done, current.records_total);
    if (current.finished_at !== null) {
      bar.end();
      return current;
    }
    await delay(POLL_MS);
    current = (await responded(async () => client.GET('/api/v2/imports/{import_id}', { params: { path } }))).data;
  }
}

interface GivenResponse<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Repeats a request while the server is unreachable or busy. Every other error ends the command, and so does a
 * Retry-After that is longer than a minute.
 */
async function responded<Data>(request: () => Promise<GivenResponse<Data>>): Promise<{ readonly data: Data }> {
  const deadline = Date.now() + RETRY_MS_MAX;
  for (;;) {
    const result = await request().catch((error: unknown) =>
      isConnectionError(error) ? undefined : Promise.reject(error as Error),
    );
    if (result?.data !== undefined) return { data: result.data };
    const status = result?.response.status;
    const isRetryable = status === undefined || status === 503 || status === 429 || isInProgress(result?.error);
    const waitMs = secondsToWait(result?.response) * 1000;
    if (!isRetryable || waitMs > RETRY_MS_MAX || Date.now() > deadline) throw toFailure(result);
    await delay(waitMs);
  }
}

function secondsToWait(response: Response | undefined): number {
  return (response && retryAfterSeconds(response.headers, Date.now())) ?? 1;
}

function isConnectionError(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}

function isInProgress(error: unknown): boolean {
  return isProblemBody(error) && error.code === 'idempotency_in_progress';
}

function toFailure(result: GivenResponse<unknown> | undefined): ImportFailedError {
  if (result === undefined) {
    return new ImportFailedError(
      'the server has not responded for a minute: run the command again once it does; known records are not doubled',
    );
  }
  const { error, response } = result;
  if (!isProblemBody(error)) return new ImportRefusedError(`the server returned ${response.status}`);
  const places = (error.errors ?? []).map(
    ({ in: part, pointer, parameter, detail }) =>
      `\n${toTerminalLine(`  ${part} ${pointer ?? parameter ?? ''}: ${detail}`)}`,
  );
  const problem = toTerminalLine(`the server returned ${response.status} ${error.code}: ${error.detail}`);
  return new ImportRefusedError(`${problem}${places.join('')}`);
}
