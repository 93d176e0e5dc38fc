import { clientOperations, readsOfUpdates } from '../../generated/client.ts';
import { isProblem } from './errors.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import type {
  Arguments,
  CallInput,
  CallResult,
  ItemOf,
  NotModified,
  DataOf,
  OperationId,
  PagedId,
  PageOf,
  PatchOf,
  ReadOf,
  RevalidatedId,
  RevalidationInput,
  StreamedRecord,
  StreamId,
  UpdateId,
  UpdateInput,
} from './operations.ts';
import { createPages, type Pages } from './pages.ts';
import { readRecords } from './records.ts';
import { assertAtLeast, platformTiming, type Timing } from './retry.ts';
import { createSender, operationOf, type AnyInput, type Sender, type SenderOptions } from './sender.ts';

/** Where the server is, who calls, and how. */
export type ArchitectOptions = SenderOptions;

/** The body of a response that has not been read. */
export interface StreamResult {
  readonly body: ReadableStream<Uint8Array>;
  readonly response: Response;
}

/** A client of the current contract. Operations are called by their operationId. */
export interface Architect {
  /**
   * Calls an operation: `await client.call('createTask', { path: { project_id }, body: { title: 'Write' } })`.
   * @throws ArchitectProblem, ArchitectConnectionError, ArchitectResponseError, or the reason of the signal
   */
  call<Id extends RevalidatedId>(id: Id, input: RevalidationInput<Id>): Promise<CallResult<Id> | NotModified>;
  call<Id extends OperationId>(id: Id, ...input: Arguments<CallInput<Id>>): Promise<CallResult<Id>>;
  /** Iterates over the entries of a list, page by page: `for await (const task of client.paginate('listTasks'))`. */
  paginate<Id extends PagedId>(id: Id, ...input: Arguments<CallInput<Id>>): Pages<PageOf<Id>, ItemOf<Id>>;
  /**
   * Reads a resource, passes it to `change`, and writes the returned patch with If-Match. If somebody else has changed
   * the resource in the meantime, it begins again.
   */
  update<Id extends UpdateId>(
    id: Id,
    input: UpdateInput<Id>,
    change: (current: DataOf<ReadOf<Id>>) => PatchOf<Id> | Promise<PatchOf<Id>>,
  ): Promise<CallResult<Id>>;
  /** Calls an operation that streams, and returns the body unread. */
  stream<Id extends StreamId>(id: Id, ...input: Arguments<CallInput<Id>>): Promise<StreamResult>;
  /**
   * Iterates over the records of an operation that streams, as they arrive.
   * @throws SyntaxError for a record that is not JSON, and what `call` throws
   */
  records<Id extends StreamId>(id: Id, ...input: Arguments<CallInput<Id>>): AsyncIterable<StreamedRecord<Id>>;
  /** The client of openapi-fetch, typed by path, for what `call` does not offer. It neither throws nor retries. */
  readonly http: HttpClient;
}

/**
 * Returns a client: `createArchitect({ baseUrl: 'https://architect.example.com', apiKey })`.
 * @throws TypeError if `baseUrl` is not an absolute address, or has a query; RangeError for a wrong setting of `retry`
 */
export function createArchitect(options: ArchitectOptions): Architect {
  return createArchitectWith(options, platformTiming);
}

/** `createArchitect` with a clock of the caller, for tests. */
export function createArchitectWith(options: ArchitectOptions, timing: Timing): Architect {
  const send = createSender(options, timing);
  const client: unknown = {
    http: createHttpClient(options),
    call: async (id, input = {}) => await call(send, id, input),
    paginate: (id, input = {}) => paginate(send, id, input),
    update: async (id, input, change) => await update(send, { id, input, change }),
    stream: async (id, input = {}) => await stream(send, id, input),
    records: (id, input = {}) => records(send, id, input),
  } satisfies AnyArchitect;
  // The types of the operations exist for callers only: inside, every operation is called in the same way.
  return client as Architect;
}

/** `Architect` without the types of the operations. */
interface AnyArchitect {
  readonly http: HttpClient;
  readonly call: (id: OperationId, input?: AnyInput) => Promise<AnyResult>;
  readonly paginate: (id: OperationId, input?: AnyInput) => Pages<unknown, unknown>;
  readonly update: (id: UpdateId, input: AnyUpdate['input'], change: AnyUpdate['change']) => Promise<AnyResult>;
  readonly stream: (id: OperationId, input?: AnyInput) => Promise<StreamResult>;
  readonly records: (id: OperationId, input?: AnyInput) => AsyncIterable<unknown>;
}

interface AnyResult {
  readonly data: unknown;
  readonly etag: string | undefined;
  readonly response: Response;
  readonly notModified: boolean;
}

interface AnyUpdate {
  readonly id: UpdateId;
  readonly input: AnyInput & { readonly attempts?: number | undefined };
  readonly change: (current: unknown) => unknown;
}

async function call(send: Sender, id: OperationId, input: AnyInput): Promise<AnyResult> {
  return await send(id, input, async (response) => {
    const notModified = response.status === 304;
    const data = notModified ? undefined : await readBody(response);
    return { data, etag: response.headers.get('etag') ?? undefined, response, notModified };
  });
}

/** Returns JSON parsed, other texts as they are, and undefined for a response without a media type: it has no body. */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type');
  if (type === null) return undefined;
  return /[/+]json\b/i.test(type) ? (JSON.parse(text) as unknown) : text;
}

function paginate(send: Sender, id: OperationId, input: AnyInput): Pages<unknown, unknown> {
  if (!operationOf(id).isPage) throw new TypeError(`${id} does not return pages`);
  return createPages(async (cursor) => {
    const query = { ...input.query, ...(cursor !== undefined && { cursor }) };
    return (await call(send, id, { ...input, query })).data;
  }, input.signal);
}

async function update(send: Sender, { id, input, change }: AnyUpdate): Promise<AnyResult> {
  const { attempts = 4, ...common } = input;
  assertAtLeast(1, attempts, 'attempts');
  const { path, signal, headers, organizationId } = common;
  for (let attempt = 1; ; attempt += 1) {
    const current = await call(send, readsOfUpdates[id], { path, signal, headers, organizationId });
    // Without the ETag the write would be unconditional, and could overwrite the change of somebody else.
    if (current.etag === undefined) throw new TypeError(`${readsOfUpdates[id]} returned no ETag`);
    const body = await change(current.data);
    try {
      return await call(send, id, { ...common, body, ifMatch: current.etag });
    } catch (error) {
      if (attempt >= attempts || !isProblem(error, 'precondition_failed')) throw error;
    }
  }
}

async function stream(send: Sender, id: OperationId, input: AnyInput): Promise<StreamResult> {
  return await send(id, input, async (response) => ({ body: response.body ?? emptyStream(), response }));
}

/** `fetch` may give an empty export no body. */
function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.close();
    },
  });
}

async function* records(send: Sender, id: OperationId, input: AnyInput): AsyncGenerator<unknown, void, undefined> {
  const accept = 'application/x-ndjson';
  if (!(clientOperations[id].response as readonly string[]).includes(accept))
    throw new TypeError(`${id} does not stream records`);
  const { body } = await stream(send, id, { ...input, accept });
  yield* readRecords({ id, body, signal: input.signal });
}
