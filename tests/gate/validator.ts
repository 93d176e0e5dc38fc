import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types.js';
import type { RecordedExchange } from '../support/contract/recorded.ts';
import type { Excerpt } from './excerpt.ts';

// Runs express-openapi-validator on requests and responses of the server. It reads the documents itself and shares no
// code with the engine. Its verdict is the status that it would have returned.

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: RecordedExchange['headers'];
  readonly body: Buffer | undefined;
}

/** A response of the server. */
export interface GivenResponse {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

/** Status 200 if the message is valid, else the status that the validator would have returned, with the reason. */
export interface Verdict {
  readonly status: number;
  readonly reason: string;
}

export interface Validator {
  readonly validateRequest: (sent: SentRequest) => Promise<Verdict>;
  readonly validateResponse: (sent: SentRequest, given: GivenResponse) => Promise<Verdict>;
  readonly stop: () => Promise<void>;
}

const connections = 8;
/** The verdict is sent in a header, because the response to HEAD has no body. */
const verdictHeader = 'x-verdict';

const giveVerdict: ErrorRequestHandler = (error: { status?: number; message: string }, _request, response, _next) => {
  const verdict: Verdict = { status: error.status ?? 500, reason: error.message.slice(0, 2000) };
  response.removeHeader('content-type');
  response
    .status(200)
    .set(verdictHeader, encodeURIComponent(JSON.stringify(verdict)))
    .end();
};

/** Parses cookies into the property in which the validator expects the result of cookie-parser. */
const readCookies: RequestHandler = (incoming, _response, next) => {
  const pairs = (incoming.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  incoming.cookies = Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
  next();
};

async function listen(app: express.Express) {
  const server = app.listen(0, '127.0.0.1');
  // Compiling a document blocks the process for longer than the usual timeouts of a connection.
  Object.assign(server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const stop = async (): Promise<void> => {
    agent.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { ask: (sent: SentRequest) => ask({ port: (server.address() as AddressInfo).port, agent }, sent), stop };
}

/** Headers of the recorded connection, which do not apply to this one. */
const framing = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'te', 'upgrade'];

async function ask(
  at: { readonly port: number; readonly agent: Agent },
  { method, target, headers, body }: SentRequest,
): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const kept = Object.entries(headers).filter(([name]) => !framing.includes(name));
    const length = body === undefined ? [] : [['content-length', String(body.length)] as const];
    const outgoing = request(
      { ...at, method, path: target, headers: Object.fromEntries([...kept, ...length]) },
      (incoming) => {
        const verdict = incoming.headers[verdictHeader];
        incoming.resume().on('end', () => {
          resolve(
            typeof verdict === 'string'
              ? (JSON.parse(decodeURIComponent(verdict)) as Verdict)
              : { status: 200, reason: '' },
          );
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The validator's type of a document, which describes only its outermost members. */
type ApiSpec = OpenAPIV3.DocumentV3_1;

// The fast formats accept February 31 as a date.
const strictly = {
  validateApiSpec: false,
  ajvFormats: { mode: 'full' },
  // The validator knows no check for these formats, and would say so once for each schema.
  formats: { 'idn-email': true, 'time-zone': true },
} as const;

function createRequestSide(apiSpec: ApiSpec): express.Express {
  const present = (): boolean => true;
  const app = createExpress();
  app.use(
    express.json({ type: ['application/json', 'application/*+json'], limit: '64mb', strict: false }),
    readCookies,
  );
  app.use(
    OpenApiValidator.middleware({
      apiSpec,
      ...strictly,
      validateRequests: { allErrors: true },
      validateResponses: false,
      // The validator checks the presence and the kind of a credential. Only the server can authenticate it.
      validateSecurity: { handlers: { bearerAuth: present, sessionCookie: present, csrfToken: present } },
    }),
  );
  app.use((_request, response) => void response.status(200).end());
  app.use(giveVerdict);
  return app;
}

const responseHeader = 'x-response-key';

function createResponseSide(apiSpec: ApiSpec, given: ReadonlyMap<string, GivenResponse>): express.Express {
  const app = createExpress();
  app.use(
    OpenApiValidator.middleware({
      apiSpec,
      ...strictly,
      validateRequests: false,
      validateSecurity: false,
      validateResponses: { allErrors: true },
    }),
  );
  app.use((incoming, response) => {
    const { status, type, text } = given.get(String(incoming.headers[responseHeader]))!;
    response.status(status);
    if (type !== undefined) response.set('content-type', type);
    response.json(text === '' ? undefined : (JSON.parse(text) as unknown));
  });
  app.use(giveVerdict);
  return app;
}

/** Matches paths as strictly as the contract: `/api/V2/tasks/` does not match. */
function createExpress(): express.Express {
  return express().enable('strict routing').enable('case sensitive routing').disable('etag').disable('x-powered-by');
}

/** Starts two validators of a document, one for requests and one for responses, so that one fault cannot hide another. */
export async function startValidator(document: Excerpt): Promise<Validator> {
  // The validator modifies its document. It also takes what the alternatives of a discriminator refer to for alternatives,
  // so that updateTask would need the `action` of a bulk request. `oneOf` alone says the same.
  const text = JSON.stringify(document, (name, value: unknown) => (name === 'discriminator' ? undefined : value));
  const copy = (): ApiSpec => JSON.parse(text) as ApiSpec;
  const given = new Map<string, GivenResponse>();
  let count = 0;
  const [requestSide, responseSide] = await Promise.all([
    listen(createRequestSide(copy())),
    listen(createResponseSide(copy(), given)),
  ]);
  return {
    validateRequest: requestSide.ask,
    validateResponse: async ({ method, target }, result) => {
      const key = String((count += 1));
      given.set(key, result);
      try {
        return await responseSide.ask({ method, target, headers: { [responseHeader]: key }, body: undefined });
      } finally {
        given.delete(key);
      }
    },
    stop: async () => {
      await Promise.all([requestSide.stop(), responseSide.stop()]);
    },
  };
}
