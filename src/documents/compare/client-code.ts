import { readFile } from 'node:fs/promises';
import { asJson, type Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { listClientFiles } from './client-files.ts';
import { callsIn, isPossible, shapeOf } from './client-paths.ts';

/** What a client's code uses of a document. */
interface CodeUse {
  /** operationIds and names of webhooks, in the order of the document. */
  readonly operations: readonly string[];
  /** Files that were not considered, because they name every operation: they are generated from the document. */
  readonly generated: readonly string[];
  /** Files that were not read, each with the reason in brackets. */
  readonly unread: readonly string[];
}

interface Mention {
  readonly name: string;
  /** Words of which one stands for the operation. */
  readonly words: readonly string[];
  /** How clients with paths call the operation; undefined for webhooks. */
  readonly call: KnownCall | undefined;
}

interface KnownCall {
  readonly method: string;
  readonly shape: string;
  /** The shape for clients whose base address contains the version. */
  readonly shortShape: string;
}

/** A document with fewer operations may be used as a whole by one file. */
const GENERATED_OPERATIONS_MIN = 10;

/**
 * Finds the operations that a client's code uses: by operationId as a word, also as generators for other languages
 * write it (`list_tasks`, `ListTasks`), by method and path (`GET('/tasks/{task_id}')`, `` get(`/tasks/${id}`) ``), and by
 * the quoted name of a webhook. A path without a method stands for all its operations. A word in a comment counts, too:
 * an operation too many does no harm.
 * @param sources files and folders; `node_modules` and hidden folders are left out
 * @throws Error for a source that cannot be read, or that uses no operation
 */
export async function readCodeUse(sources: readonly string[], document: Json): Promise<CodeUse> {
  const mentions = mentionsOf(document);
  const operations = mentions.filter(({ call }) => call !== undefined).map(({ name }) => name);
  const used = new Set<string>();
  const generated: string[] = [];
  const { files, unread } = await listClientFiles(sources);
  for (const file of files) {
    const found = mentionsIn(await readFile(file, 'utf8'), mentions);
    // Many generators leave out the webhooks.
    const isGenerated =
      operations.length >= GENERATED_OPERATIONS_MIN && operations.every((name) => found.includes(name));
    if (isGenerated) generated.push(file);
    else for (const name of found) used.add(name);
  }
  if (used.size === 0) {
    const reasons = [
      ...(generated.length === 0 ? [] : [`not considered, because generated: ${generated.join(', ')}`]),
      ...(unread.length === 0 ? [] : [`not read: ${unread.join(', ')}`]),
    ];
    throw new Error([`${sources.join(', ')} uses no operation of the document`, ...reasons].join('; '));
  }
  return { operations: mentions.map(({ name }) => name).filter((name) => used.has(name)), generated, unread };
}

function mentionsOf(document: Json): Mention[] {
  const operations = operationsOf(document).flatMap(({ path, method, operation }) => {
    const id = operation['operationId'];
    return typeof id === 'string' ? [{ name: id, words: spellingsOf(id), call: knownCall(method, path) }] : [];
  });
  const webhooks = Object.keys(asJson(document['webhooks']));
  return [...operations, ...webhooks.map((name) => ({ name, words: [`'${name}'`], call: undefined }))];
}

function knownCall(method: string, path: string): KnownCall {
  const shape = shapeOf(path) ?? path;
  return { method, shape, shortShape: shape.replace(/^\/(?:api\/)?v\d+(?=\/)/, '') };
}

function spellingsOf(id: string): string[] {
  const snake = id.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return [id, snake, `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`];
}

function mentionsIn(code: string, mentions: readonly Mention[]): string[] {
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  // Names of webhooks are matched with their quotes only, because they are ordinary words with dots.
  for (const [, name = ''] of code.matchAll(/['"`]([\w.-]+\.[\w.-]+)['"`]/g)) words.add(`'${name}'`);
  const called = calledIn(code, mentions);
  return mentions
    .filter((mention) => mention.words.some((word) => words.has(word)) || called.has(mention))
    .map(({ name }) => name);
}

function calledIn(code: string, mentions: readonly Mention[]): ReadonlySet<Mention> {
  const called = new Set<Mention>();
  const written = new Map(callsIn(code).map((call) => [`${call.method ?? ''} ${call.shape}`, call]));
  for (const { method, shape } of written.values()) {
    // Only with a method: `/tasks` alone may as well be a page of the client.
    const shapesOf = (call: KnownCall): string[] =>
      method === undefined ? [call.shape] : [call.shape, call.shortShape];
    const find = (fits: (known: string) => boolean): Mention[] =>
      mentions.filter(({ call }) => call !== undefined && shapesOf(call).some(fits));
    const exact = find((known) => known === shape);
    for (const mention of exact.length > 0 ? exact : find((known) => isPossible(shape, known)))
      if (method === undefined || method === mention.call?.method) called.add(mention);
  }
  return called;
}
