import { ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';
import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';

/** One part saves 5 % of a response with 1 KB. With 12 KB the copy costs more than it saves. */
const JOINED_BYTES_MAX = 4096;

type HeaderValue = number | string | readonly string[];

/**
 * A response that keeps its headers in lists and passes them to `writeHead` at once. Node's own `setHeader` checks the
 * syntax of every name, changes it to lower case, and adds it to a dictionary, for each of about twenty headers. The
 * methods below behave as those of Node (https://nodejs.org/api/http.html#class-httpserverresponse), and the bytes that
 * are sent are the same.
 */
export class ListedResponse extends ServerResponse {
  /** The numbers of the names, in the order of the headers. */
  readonly #numbers: number[] = [];
  /** Names and values alternate, as `writeHead` takes them. */
  readonly #list: HeaderValue[] = [];

  override setHeader(name: string, value: HeaderValue): this {
    // Throws the error of Node.
    if (this.headersSent) return super.setHeader(name, value);
    const number = numberOf(name);
    validateHeaderValue(name, value as string);
    return this.#put(number, name, value);
  }

  /** @param headers whose names and values are valid if they are a PreparedHead */
  override setHeaders(headers: Headers | ReadonlyMap<string, HeaderValue>): this {
    if (!(headers instanceof PreparedHead)) {
      for (const [name, value] of headers) this.setHeader(name, value);
      return this;
    }
    for (const { number, name, value } of headers.entriesInOrder) this.#put(number, name, value);
    return this;
  }

  override appendHeader(name: string, value: string | readonly string[]): this {
    const present = this.getHeader(name);
    if (present === undefined) return this.setHeader(name, value);
    const values = [present, value].flat().map(String);
    return this.setHeader(name, values);
  }

  override getHeader(name: string): number | string | string[] | undefined {
    const index = this.#indexOf(name);
    return index === -1 ? undefined : (this.#list[2 * index + 1] as number | string | string[]);
  }

  override hasHeader(name: string): boolean {
    return this.#indexOf(name) !== -1;
  }

  override removeHeader(name: string): void {
    // Also notes that Node must not add the header by itself.
    super.removeHeader(name);
    const index = this.#indexOf(name);
    if (index === -1) return;
    this.#numbers.splice(index, 1);
    this.#list.splice(2 * index, 2);
  }

  override getHeaderNames(): string[] {
    return this.getRawHeaderNames().map((name) => name.toLowerCase());
  }

  /** Node has it; its types do not. */
  getRawHeaderNames(): string[] {
    return this.#list.filter((_part, index) => index % 2 === 0) as string[];
  }

  override getHeaders(): OutgoingHttpHeaders {
    const headers = Object.create(null) as OutgoingHttpHeaders;
    for (const name of this.getHeaderNames()) headers[name] = this.getHeader(name);
    return headers;
  }

  override writeHead(status: number, ...rest: readonly unknown[]): this {
    const [first] = rest;
    const reason = typeof first === 'string' ? first : undefined;
    if (this.headersSent) return super.writeHead(status, reason);
    this.#takeOver(reason === undefined ? first : rest[1]);
    const list = this.#list as OutgoingHttpHeader[];
    return reason === undefined ? super.writeHead(status, list) : super.writeHead(status, reason, list);
  }

  /**
   * Node sends a Buffer beside its head, as two parts. As text with one character for each byte, a short one goes out in
   * one part with the head, which costs the system less.
   */
  override end(...[body, ...rest]: readonly unknown[]): this {
    const isJoined =
      body instanceof Buffer && body.length <= JOINED_BYTES_MAX && !this.headersSent && rest.length === 0;
    const args = isJoined ? [body.toString('latin1'), 'latin1'] : [body, ...rest];
    return super.end(...(args as Parameters<ServerResponse['end']>));
  }

  /** Adds the headers that a caller passes to `writeHead`. */
  #takeOver(headers: unknown): void {
    if (typeof headers !== 'object' || headers === null) return;
    if (!Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders))
        if (value !== undefined) this.setHeader(name, value);
      return;
    }
    const flat = headers.flat(1) as HeaderValue[];
    for (let index = 0; index < flat.length; index += 2) this.setHeader(String(flat[index]), flat[index + 1] ?? '');
  }

  #put(number: number, name: string, value: HeaderValue): this {
    const present = this.#numbers.indexOf(number);
    if (present === -1) {
      this.#numbers.push(number);
      this.#list.push(name, value);
    } else {
      this.#list[2 * present] = name;
      this.#list[2 * present + 1] = value;
    }
    return this;
  }

  #indexOf(name: string): number {
    const number = numbers.get(name);
    return this.#numbers.indexOf(number ?? numberOf(name));
  }
}

interface PreparedHeader {
  readonly number: number;
  readonly name: string;
  readonly value: string;
}

/** Headers that many responses have. They are checked once. */
export class PreparedHead extends Map<string, string> {
  readonly entriesInOrder: readonly PreparedHeader[];

  constructor(headers: Iterable<readonly [name: string, value: string]>) {
    super(headers);
    this.entriesInOrder = [...this].map(([name, value]) => {
      validateHeaderValue(name, value);
      return { number: numberOf(name), name, value };
    });
  }
}

/**
 * Every spelling of a name -> a number that all its spellings share. The code and the contract bound it: names come from
 * no caller, because the engine refuses response headers that the operation does not declare.
 */
const numbers = new Map<string, number>();

/** @throws TypeError if the name is no token (RFC 9110, 5.1) */
function numberOf(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  validateHeaderName(name);
  const lower = name.toLowerCase();
  const number = (name === lower ? undefined : numbers.get(lower)) ?? numbers.size;
  numbers.set(name, number);
  numbers.set(lower, number);
  return number;
}
