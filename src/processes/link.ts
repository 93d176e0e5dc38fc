import { ForeseenError } from '../problems/foreseen-error.ts';

/** One end of a channel between two processes. Messages arrive in the order in which they are sent. */
export interface Endpoint {
  /** Must not throw if the channel is closed. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** The other process has ended, so that it returns nothing. */
export class LinkClosed extends Error {
  override readonly name = 'LinkClosed';

  constructor() {
    super('the other process has ended');
  }
}

/** What one side offers to the other: functions of one value. Values must survive a structured clone. */
type Offer<Functions> = { readonly [Name in keyof Functions]: (body: never) => unknown };
type Body<Called> = Called extends (body: infer Value) => unknown ? Value : never;
type Result<Called> = Called extends (body: never) => infer Value ? Awaited<Value> : never;

/** Calls functions of the other side. */
export interface Link<Theirs> {
  /**
   * Calls a function and waits for its result.
   * @throws ForeseenError or Error as the function did; LinkClosed if the other process ends; Error after `limitMs`
   */
  call<Name extends keyof Theirs & string>(
    name: Name,
    body: Body<Theirs[Name]>,
    limitMs?: number,
  ): Promise<Result<Theirs[Name]>>;
  /** Calls a function without waiting for it. */
  tell<Name extends keyof Theirs & string>(name: Name, body: Body<Theirs[Name]>): void;
}

interface Call {
  readonly kind: 'call';
  /** Absent if nobody waits for the result. */
  readonly id?: number;
  readonly name: string;
  readonly body: unknown;
}

interface Outcome {
  readonly kind: 'outcome';
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly stack: string | undefined; readonly isForeseen: boolean };
}

type Message = Call | Outcome;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Connects two processes. All messages of one turn of the event loop travel together, because each transfer costs both
 * processes a system call.
 */
export function createLink<Theirs extends Offer<Theirs>, Mine extends Offer<Mine>>(
  endpoint: Endpoint,
  offered: Mine,
): Link<Theirs> {
  const waiting = new Map<number, Waiting>();
  const send = batched((messages) => endpoint.send(messages));
  const state = { isClosed: false, nextId: 1 };

  async function respond({ id, name, body }: Call): Promise<void> {
    try {
      const value = await offered[name as keyof Mine](body as never);
      if (id !== undefined) send({ kind: 'outcome', id, value });
    } catch (error) {
      if (id !== undefined) send({ kind: 'outcome', id, error: toFacts(error) });
    }
  }

  function settle({ id, value, error }: Outcome): void {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(toError(error));
  }

  endpoint.onMessage((messages) => {
    for (const message of messages as readonly Message[]) {
      if (message.kind === 'call') void respond(message);
      else settle(message);
    }
  });
  endpoint.onClose(() => {
    state.isClosed = true;
    for (const { reject } of waiting.values()) reject(new LinkClosed());
    waiting.clear();
  });

  return {
    call: (name, body, limitMs) => {
      if (state.isClosed) return Promise.reject(new LinkClosed());
      const id = state.nextId++;
      send({ kind: 'call', id, name, body });
      return waitFor({ waiting, id, name, limitMs });
    },
    tell: (name, body) => send({ kind: 'call', name, body }),
  };
}

interface PendingCall {
  readonly waiting: Map<number, Waiting>;
  readonly id: number;
  readonly name: string;
  readonly limitMs: number | undefined;
}

function waitFor<Value>({ waiting, id, name, limitMs }: PendingCall): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  waiting.set(id, { resolve, reject });
  if (limitMs === undefined) return promise as Promise<Value>;
  const timer = setTimeout(() => {
    waiting.delete(id);
    reject(new Error(`the other process did not return ${name} within ${limitMs} ms`));
  }, limitMs);
  return promise.finally(() => clearTimeout(timer)) as Promise<Value>;
}

function batched(sendAll: (messages: readonly Message[]) => void): (message: Message) => void {
  let queue: Message[] = [];
  return (message) => {
    queue.push(message);
    if (queue.length > 1) return;
    setImmediate(() => {
      const messages = queue;
      queue = [];
      sendAll(messages);
    });
  };
}

/** Thrown by the function that was called. Its message is complete. */
class ForeseenErrorElsewhere extends ForeseenError {}

function toFacts(error: unknown): NonNullable<Outcome['error']> {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, isForeseen: false };
  return { message: error.message, stack: error.stack, isForeseen: error instanceof ForeseenError };
}

function toError({ message, stack, isForeseen }: NonNullable<Outcome['error']>): Error {
  if (isForeseen) return new ForeseenErrorElsewhere(message);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
