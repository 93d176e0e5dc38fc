import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createArchitectClient, type ArchitectClient } from '../../generated/client/index.ts';
import type { Import, Problem, Project } from '../../generated/v2/types.ts';
import { loadClientConfig } from '../config.ts';
import { ImportFailedError, readUpload, type ImportUpload } from './import-upload.ts';
import { summaryOf } from './import-summary.ts';
import { progressBar } from './progress-bar.ts';

interface ImportCommand {
  /** Path of the file; its extension says what it is. */
  readonly file: string;
  /** Key of the project to import into; by default made of the repository's or the file's name. Created where it is missing. */
  readonly projectKey: string | undefined;
  readonly baseUrl: string;
  readonly apiKey: string;
}

const POLL_MS = 200;
/** How long a server that does not respond is waited for: it may be restarting, and the import goes on by itself. */
const PATIENCE_MS = 60_000;

/** `import FILE [--project KEY]`, at ARCHITECT_URL with ARCHITECT_API_KEY. @throws ImportFailedError */
export async function importCommand(args: readonly string[]): Promise<void> {
  const options = { project: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new ImportFailedError('say which file: import FILE [--project KEY]');
  const { baseUrl, apiKey } = loadClientConfig();
  if (apiKey === undefined) {
    throw new ImportFailedError('there is no API key: set ARCHITECT_API_KEY, or start the server once with `make run`');
  }
  await runImportCommand({ file, projectKey: values.project, baseUrl, apiKey }, process.stdout);
}

/**
 * Uploads a file through the generated client, follows the job and prints what it did.
 * @throws ImportFailedError
 */
export async function runImportCommand(command: ImportCommand, out: NodeJS.WriteStream): Promise<void> {
  const upload = await readUpload(command.file);
  const client = createArchitectClient({ baseUrl: command.baseUrl, token: command.apiKey });
  const project = await findOrCreateProject(client, command.projectKey ?? keyOf(upload.name), upload.name);
  out.write(`importing ${basename(command.file)} (${upload.name}) into ${project.key} "${project.name}"\n`);
  const ended = await follow(client, await send(client, project.id, upload), out);
  out.write(summaryOf(ended));
  if (ended.status !== 'completed') throw new ImportFailedError(ended.failure ?? `the import was ${ended.status}`);
}

/** `quicwg/datagram` becomes DATAGRAM. */
function keyOf(name: string): string {
  const letters = (name.split('/').at(-1) ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  return letters.length < 2 ? 'IMPORT' : letters.slice(0, 10);
}

async function findOrCreateProject(client: ArchitectClient, key: string, name: string): Promise<Project> {
  const { data } = await responded(async () => client.GET('/api/v2/projects', { params: { query: { key } } }));
  const [found] = data.data;
  if (found !== undefined) return found;
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = { key, name: name.slice(0, 100), description: `Imported from ${name}` };
  const { data: created } = await responded(async () =>
    client.POST('/api/v2/projects', { params: { header: headers }, body }),
  );
  return created;
}

async function send(client: ArchitectClient, projectId: string, upload: ImportUpload): Promise<Import> {
  const { source, mediaType, body } = upload;
  // The same key over all tries of this run, so that a response that was lost does not import twice.
  const header = { 'Idempotency-Key': randomUUID() };
  const params = { path: { project_id: projectId }, query: { source }, header };
  const { data } = await responded(async () =>
    client.POST('/api/v2/projects/{project_id}/imports', {
      params,
      body,
      headers: { 'content-type': mediaType },
      bodySerializer: (sent) => (typeof sent === 'string' ? sent : JSON.stringify(sent)),
    }),
  );
  return data;
}

async function follow(client: ArchitectClient, accepted: Import, out: NodeJS.WriteStream): Promise<Import> {
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

/** Repeats a request while the server is away or busy; every other refusal ends the command. */
async function responded<Data>(request: () => Promise<GivenResponse<Data>>): Promise<{ readonly data: Data }> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const result = await request().catch((error: unknown) =>
      isConnectionError(error) ? undefined : Promise.reject(error as Error),
    );
    if (result?.data !== undefined) return { data: result.data };
    const status = result?.response.status;
    const isWorthWaiting = status === undefined || status === 503 || status === 429 || isInProgress(result?.error);
    if (!isWorthWaiting || Date.now() > deadline) throw refusal(result);
    await delay(Number(result?.response.headers.get('retry-after') ?? '1') * 1000);
  }
}

function isConnectionError(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}

function isInProgress(error: unknown): boolean {
  return isProblem(error) && error.code === 'idempotency_in_progress';
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error;
}

function refusal(result: GivenResponse<unknown> | undefined): ImportFailedError {
  if (result === undefined) {
    return new ImportFailedError('the server does not respond; start it with `make run`, or set ARCHITECT_URL');
  }
  const { error, response } = result;
  if (!isProblem(error)) return new ImportFailedError(`the server returned ${response.status}`);
  const places = (error.errors ?? []).map(
    ({ in: part, pointer, parameter, detail }) => `\n  ${part} ${pointer ?? parameter ?? ''}: ${detail}`,
  );
  return new ImportFailedError(`the server returned ${error.status} ${error.code}: ${error.detail}${places.join('')}`);
}
