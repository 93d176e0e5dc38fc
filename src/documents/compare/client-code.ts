import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asJson, type Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';

/** What a client's code uses of a document. */
interface CodeUse {
  /** operationIds and names of webhooks, in the order of the document. */
  readonly operations: readonly string[];
  /** Files that were not considered, because they name every operation: they are generated from the document. */
  readonly generated: readonly string[];
}

interface Mention {
  readonly name: string;
  /** Words of which one stands for the operation. */
  readonly words: readonly string[];
  /** `get /tasks/{task_id}`, as clients with paths write a call; undefined for webhooks. */
  readonly call: string | undefined;
}

const FILE_BYTES_MAX = 5_000_000;
/** A document with fewer operations may be used as a whole by one file. */
const GENERATED_OPERATIONS_MIN = 10;

/**
 * Finds the operations that a client's code uses: by operationId as a word, also as generators for other languages
 * write it (`list_tasks`, `ListTasks`), by method and path template (`GET('/tasks/{task_id}')`), and by the quoted name
 * of a webhook. A word in a comment counts, too: an operation too many does no harm.
 * @param sources files and folders; `node_modules` and hidden folders are left out
 * @throws Error for a source that cannot be read, or that uses no operation
 */
export async function readCodeUse(sources: readonly string[], document: Json): Promise<CodeUse> {
  const mentions = mentionsOf(document);
  const operations = mentions.filter(({ call }) => call !== undefined).map(({ name }) => name);
  const used = new Set<string>();
  const generated: string[] = [];
  for (const file of (await Promise.all(sources.map(filesIn))).flat()) {
    const found = mentionsIn(await readFile(file, 'utf8'), mentions);
    // Many generators leave out the webhooks.
    const isGenerated =
      operations.length >= GENERATED_OPERATIONS_MIN && operations.every((name) => found.includes(name));
    if (isGenerated) generated.push(file);
    else for (const name of found) used.add(name);
  }
  if (used.size === 0) {
    const reason = generated.length === 0 ? '' : `; not considered, because generated: ${generated.join(', ')}`;
    throw new Error(`${sources.join(', ')} uses no operation of the document${reason}`);
  }
  return { operations: mentions.map(({ name }) => name).filter((name) => used.has(name)), generated };
}

async function filesIn(source: string): Promise<string[]> {
  const found = await stat(source).catch((error: unknown) => {
    throw new Error(`cannot read ${source}: there is no such file or folder`, { cause: error });
  });
  if (!found.isDirectory()) return [source];
  const entries = await readdir(source, { withFileTypes: true });
  const inner = entries.map(async (entry) => {
    const path = join(source, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesIn(path);
    return entry.isFile() && (await stat(path)).size <= FILE_BYTES_MAX ? [path] : [];
  });
  return (await Promise.all(inner)).flat().sort();
}

function mentionsOf(document: Json): Mention[] {
  const operations = operationsOf(document).flatMap(({ path, method, operation }) => {
    const id = operation['operationId'];
    return typeof id === 'string' ? [{ name: id, words: spellingsOf(id), call: `${method} ${path}` }] : [];
  });
  const webhooks = Object.keys(asJson(document['webhooks']));
  return [...operations, ...webhooks.map((name) => ({ name, words: [`'${name}'`], call: undefined }))];
}

function spellingsOf(id: string): string[] {
  const snake = id.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return [id, snake, `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`];
}

function mentionsIn(code: string, mentions: readonly Mention[]): string[] {
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  // Names of webhooks are matched with their quotes only, because they are ordinary words with dots.
  for (const [, name = ''] of code.matchAll(/['"`]([\w.-]+\.[\w.-]+)['"`]/g)) words.add(`'${name}'`);
  const calls = callsIn(code);
  return mentions
    .filter(({ words: own, call }) => own.some((word) => words.has(word)) || (call !== undefined && calls.has(call)))
    .map(({ name }) => name);
}

/** Finds `client.GET('/tasks')`, `client.get<Task>("/tasks")`, `paths['/tasks']['get']` and `client['/tasks'].GET`. */
function callsIn(code: string): ReadonlySet<string> {
  const method = '(get|put|post|delete|patch|head|options|trace)';
  const path = '([\'"`])(/[^\'"`\\s]*)';
  const before = new RegExp(`\\b${method}(?:<[^<>()]*>)?\\(\\s*${path}\\2`, 'gi');
  const after = new RegExp(`${path}\\1\\]\\s*(?:\\.\\s*|\\[\\s*['"\`])${method}\\b`, 'gi');
  return new Set([
    ...[...code.matchAll(before)].map(([, name = '', , template = '']) => `${name.toLowerCase()} ${template}`),
    ...[...code.matchAll(after)].map(([, , template = '', name = '']) => `${name.toLowerCase()} ${template}`),
  ]);
}
