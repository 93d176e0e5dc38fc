import type { IncomingHttpHeaders } from 'node:http';
import type { HttpContext } from '../options.ts';

/** The address is looked up only when a handler reads it, because Koa gets it from the operating system. */
export class Client {
  readonly #context: HttpContext;

  constructor(context: HttpContext) {
    this.#context = context;
  }

  get address(): string {
    return this.#context.ip;
  }

  get headers(): IncomingHttpHeaders {
    return this.#context.req.headers;
  }

  get user_agent(): string | undefined {
    return this.#context.req.headers['user-agent'];
  }
}
