import Koa from 'koa';
import { OpenAPIBackend, type Context, type Document, type HandlerMap } from 'openapi-backend';
import { formats } from '../../../../src/contract/request/formats.ts';
import { operationsOf } from '../../../../src/documents/generate/document.ts';
import { benchContract, page, task } from '../bench-contract.ts';
import { etag, isKnown, location, serve, textOf, type BenchServer } from './bench-server.ts';

/** openapi-backend as it comes, on Koa, validating requests and responses. */
export async function startOpenApiBackend(isSecured: boolean): Promise<BenchServer> {
  const counts = { requests: 0, responses: 0 };
  const document = benchContract(isSecured);
  const api = new OpenAPIBackend({
    // The generator's type of a document is narrower than the library's.
    definition: document as unknown as Document,
    quick: true,
    coerceTypes: true,
    ajvOpts: { strict: false, allErrors: true },
    customizeAjv: (ajv) => {
      for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);
      return ajv;
    },
    handlers: { ...refusals(), ...handlersOf(document) },
    ...(isSecured ? { securityHandlers: { bearerAuth: isBearerKnown } } : {}),
  });
  api.register('postResponseHandler', (context: Context, koa: Koa.Context) => {
    if (koa.status >= 400) return;
    counts.requests += 1;
    counts.responses += 1;
    if (!api.validateResponse(koa.body, context.operation, koa.status).valid) koa.status = 500;
  });
  await api.init();
  const app = new Koa();
  app.use(async (koa) => {
    const body: unknown = koa.method === 'POST' ? JSON.parse(await textOf(koa.req)) : undefined;
    const headers = koa.headers as Record<string, string>;
    await api.handleRequest({ method: koa.method, path: koa.path, query: koa.querystring, headers, body }, koa);
  });
  return { server: serve(app), counts: () => counts };
}

function isBearerKnown({ request }: Context): boolean {
  return isKnown((request.headers as Record<string, string | undefined>)['authorization']);
}

function refusals(): HandlerMap {
  const refusal = (status: number) => (_context: Context, koa: Koa.Context) => {
    koa.status = status;
  };
  return { notFound: refusal(404), unauthorizedHandler: refusal(401), validationFail: refusal(400) };
}

function handlersOf(document: ReturnType<typeof benchContract>): HandlerMap {
  return Object.fromEntries(
    operationsOf(document).map(({ path, method, operation }) => {
      const isList = method === 'get' && !path.includes('{');
      const handler = (_context: Context, koa: Koa.Context): void => {
        koa.status = method === 'post' ? 201 : 200;
        if (method === 'post') koa.set('Location', location);
        if (!isList) koa.set('ETag', etag);
        koa.body = isList ? page : task;
      };
      return [operation.operationId, handler];
    }),
  );
}
