import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types.js';
import type { RecordedExchange } from '../support/contract/recorded.ts';
import type { Excerpt } from './excerpt.ts';

// express-openapi-validator, as a judge beside the server: it reads the documents by itself and shares no code with
// the engine. It never returns a client; what it would have answered is its verdict.

/** A request as it went over the wire. */
export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: RecordedExchange['headers'];
  readonly body: Buffer | undefined;
}

/** A response of the server under judgement. */
export interface GivenResponse {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

/** Status 200 where nothing is wrong; else the one that the judge would have answered, and why. */
export interface Verdict {
  readonly status: number;
  readonly reason: string;
}

export interface Judge {
  readonly judgeRequest: (sent: SentRequest) => Promise<Verdict>;
  readonly judgeResponse: (sent: SentRequest, given: GivenResponse) => Promise<Verdict>;
  readonly stop: () => Promise<void>;
}

const connections = 8;
/** A header, because the response to HEAD has no body. */
const verdictHeader = 'x-verdict';

const giveVerdict: ErrorRequestHandler = (error: { status?: number; message: string }, _request, response, _next) => {
  const verdict: Verdict = { status: error.status ?? 500, reason: error.message.slice(0, 2000) };
  response.removeHeader('content-type');
  response
    .status(200)
    .set(verdictHeader, encodeURIComponent(JSON.stringify(verdict)))
    .end();
};

/** The validator looks for cookies where cookie-parser would have put them. */
const readCookies: RequestHandler = (incoming, _response, next) => {
  const pairs = (incoming.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  incoming.cookies = Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
  next();
};

async function listen(app: express.Express) {
  const server = app.listen(0, '127.0.0.1');
  // Compiling a document holds everything up for longer than a connection usually may idle.
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

/** What the connection needs instead of what the test's own connection needed. */
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

/** The validator's type knows OpenAPI 3.0 and 3.1 only by their outermost fields. */
type ApiSpec = OpenAPIV3.DocumentV3_1;

// The fast formats take the 31st of February for a day.
const strictly = { validateApiSpec: false, ajvFormats: { mode: 'full' } } as const;

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
      // Whether a credential is there and of the right kind; whose it is, only the server knows.
      validateSecurity: { handlers: { bearerAuth: present, sessionCookie: present, csrfToken: present } },
    }),
  );
  app.use((_request, response) => void response.status(200).end());
  app.use(giveVerdict);
  return app;
}

const responseHeader = 'x-response-under-judgement';

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

/** Paths as strict as the contract's: `/api/V2/tasks/` is not one of them. */
function createExpress(): express.Express {
  return express().enable('strict routing').enable('case sensitive routing').disable('etag').disable('x-powered-by');
}

/** Reads a document, twice: requests and responses are judged apart, so that one fault cannot hide the other. */
export async function startJudge(document: Excerpt): Promise<Judge> {
  // It writes into what it is given.
  const copy = (): ApiSpec => structuredClone(document) as unknown as ApiSpec;
  const given = new Map<string, GivenResponse>();
  let count = 0;
  const [requestSide, responseSide] = await Promise.all([
    listen(createRequestSide(copy())),
    listen(createResponseSide(copy(), given)),
  ]);
  return {
    judgeRequest: requestSide.ask,
    judgeResponse: async ({ method, target }, result) => {
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
