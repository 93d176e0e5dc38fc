import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isJson, type Json } from '../reader/json.ts';

// Loads the documents and lists that the command line names: files or URLs, JSON or YAML.

/**
 * Loads an OpenAPI document.
 * @throws Error that names the source and what is wrong with it
 */
export async function readDocument(source: string): Promise<Json> {
  const document = await readSource(source);
  if (isJson(document) && document['openapi'] === undefined && 'swagger' in document)
    throw new Error(`${source} is a Swagger document; only OpenAPI 3.x can be compared`);
  if (!isJson(document) || typeof document['openapi'] !== 'string')
    throw new Error(`${source} is not an OpenAPI document: it has no member openapi`);
  if (!document['openapi'].startsWith('3.'))
    throw new Error(`${source} is OpenAPI ${document['openapi']}; only 3.x can be compared`);
  return document;
}

/**
 * Loads any JSON or YAML value.
 * @throws Error that names the source and what is wrong with it
 */
export async function readSource(source: string): Promise<unknown> {
  const { text, type } = isUrl(source) ? await fetchText(source) : { text: await fileText(source), type: '' };
  const path = isUrl(source) ? new URL(source).pathname : source;
  if (/\.ya?ml$/i.test(path) || type.includes('yaml')) return parseYaml(source, text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${source} is not JSON${type === '' ? '' : ` (content type ${type})`}`);
  }
}

function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

async function fileText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Error(`cannot read ${file}: ${code === 'ENOENT' ? 'there is no such file' : code}`, { cause: error });
  }
}

async function fetchText(url: string): Promise<{ readonly text: string; readonly type: string }> {
  const { status, headers, text } = await fetchFrom(url, {
    accept: 'application/json, application/yaml;q=0.9, */*;q=0.1',
  });
  if (status !== 200) throw new Error(`${url} returned ${status}`);
  return { text, type: headers.get('content-type') ?? '' };
}

interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Fetches a URL with its whole body, whatever the status.
 * @throws Error that names the URL and the cause
 */
export async function fetchFrom(url: string, headers: Readonly<Record<string, string>>): Promise<Fetched> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw new Error(`cannot fetch ${url}: ${causeOf(error)}`, { cause: error });
  }
}

/** `fetch` reports every failure as "fetch failed". The reason is in its cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no response within 30 seconds';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause ? String(cause.code) : '';
  return [cause.message, cause.message.includes(code) ? '' : `(${code})`].filter(Boolean).join(' ') || code;
}

function parseYaml(source: string, text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new Error(`${source} is not YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
