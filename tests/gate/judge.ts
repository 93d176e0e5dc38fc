import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Version } from '../support/contract/document.ts';

// express-openapi-validator, as a judge beside the server: it reads the documents by itself and shares no code with
// the engine. It never answers a client; what it would have answered is its verdict.

/** A request as it goes over the wire. */
export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A reply of the server under judgement. */
export interface GivenReply {
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
  readonly judgeReply: (sent: SentRequest, given: GivenReply) => Promise<Verdict>;
  readonly stop: () => Promise<void>;
}

const verdictStatus = 299;

const giveVerdict: ErrorRequestHandler = (error: { status?: number; message: string }, _request, response, _next) => {
  response.removeHeader('content-type');
  response.status(verdictStatus).end(JSON.stringify({ status: error.status ?? 500, reason: error.message }));
};

async function listen(app: express.Express) {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

async function ask(port: number, { method, target, headers, body }: SentRequest): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { port, method, path: target, headers: { ...headers, ...length }, agent: false };
    const outgoing = request(options, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => {
        resolve(incoming.statusCode === verdictStatus ? (JSON.parse(text) as Verdict) : { status: 200, reason: '' });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Reads one document, twice: requests and replies are judged apart, so that one fault cannot hide the other. */
export async function startJudge(version: Version): Promise<Judge> {
  const apiSpec = join(import.meta.dirname, '../../generated', version, 'openapi.json');
  const present = (): boolean => true;
  const requests = express();
  requests.use(express.json({ type: ['application/json', 'application/*+json'], limit: '2mb', strict: false }));
  requests.use(
    OpenApiValidator.middleware({
      apiSpec,
      validateApiSpec: false,
      // The fast formats take the 31st of February for a day.
      ajvFormats: { mode: 'full' },
      validateRequests: { allErrors: true },
      validateResponses: false,
      // Whether a credential is there and of the right kind; whose it is, only the server knows.
      validateSecurity: { handlers: { bearerAuth: present, sessionCookie: present, csrfToken: present } },
    }),
  );
  requests.use((_request, response) => void response.status(200).end());
  requests.use(giveVerdict);

  let given: GivenReply | undefined;
  const replies = express();
  replies.use(
    OpenApiValidator.middleware({
      apiSpec,
      validateApiSpec: false,
      // The fast formats take the 31st of February for a day.
      ajvFormats: { mode: 'full' },
      validateRequests: false,
      validateSecurity: false,
      validateResponses: { allErrors: true },
    }),
  );
  replies.use((_request, response) => {
    const { status, type, text } = given!;
    response.status(status);
    if (type !== undefined) response.set('content-type', type);
    response.json(text === '' ? undefined : (JSON.parse(text) as unknown));
  });
  replies.use(giveVerdict);

  const [requestSide, replySide] = await Promise.all([listen(requests), listen(replies)]);
  return {
    judgeRequest: (sent) => ask(requestSide.port, sent),
    judgeReply: (sent, reply) => {
      given = reply;
      return ask(replySide.port, { ...sent, headers: {}, body: undefined });
    },
    stop: async () => {
      await Promise.all([requestSide.stop(), replySide.stop()]);
    },
  };
}
