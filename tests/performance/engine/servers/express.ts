import { createServer } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { formats } from '../../../../src/contract/request/formats.ts';
import { operationsOf } from '../../../../src/documents/generate/document.ts';
import { benchContract, page, task } from '../bench-contract.ts';
import { etag, isKnown, location, type BenchServer } from './bench-server.ts';

type ApiSpec = Parameters<typeof middleware>[0]['apiSpec'];

/** Express with express-openapi-validator, validating requests and responses. */
export function startExpress(isSecured: boolean): BenchServer {
  const document = benchContract(isSecured);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(express.json());
  app.use(
    middleware({
      // The generator's type of a document is narrower than the library's.
      apiSpec: document as unknown as Exclude<ApiSpec, string>,
      validateRequests: { coerceTypes: true, allErrors: true },
      validateResponses: true,
      validateSecurity: isSecured && {
        handlers: { bearerAuth: (request) => isKnown(request.headers.authorization) },
      },
      formats: Object.fromEntries(
        Object.entries(formats).map(([name, validate]) => [name, { type: 'string', validate } as const]),
      ),
    }),
  );
  for (const { path, method } of operationsOf(document)) {
    const isList = method === 'get' && !path.includes('{');
    app[method](path.replace(/\{(\w+)\}/g, ':$1'), (_request, response) => {
      if (method === 'post') response.set('Location', location);
      if (!isList) response.set('ETag', etag);
      response.status(method === 'post' ? 201 : 200).json(isList ? page : task);
    });
  }
  const onError: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
    response.status(error.status ?? 500).json({ code: 'refused' });
  };
  app.use(onError);
  return { server: createServer(app) };
}
