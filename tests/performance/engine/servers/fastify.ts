import { createServer, type Server } from 'node:http';
import { fastify, type FastifyInstance } from 'fastify';
import { formats } from '../../../../src/contract/request/formats.ts';
import type { PathItem } from '../../../../src/documents/generate/document.ts';
import { benchContract, page, task } from '../bench-contract.ts';
import { etag, isKnown, location, type BenchServer } from './bench-server.ts';

/** Fastify with schemas: requests validated, replies serialised by schema (which drops what it does not name). */
export async function startFastify(isSecured: boolean): Promise<BenchServer> {
  let server: Server | undefined;
  const customOptions = { allErrors: true, coerceTypes: 'array', strict: false, formats: { ...formats } } as const;
  const app = fastify({
    logger: false,
    ajv: { customOptions },
    serverFactory: (handler) => (server = createServer(handler)),
  });
  const document = benchContract(false);
  for (const [name, schema] of Object.entries(document.components?.['schemas'] ?? {})) {
    app.addSchema({ $id: name, ...(withFastifyRefs(schema) as object) });
  }
  if (isSecured) {
    app.addHook('onRequest', async (request, result) => {
      if (!isKnown(request.headers.authorization)) await result.code(401).send({ code: 'unauthenticated' });
    });
  }
  for (const [path, item] of Object.entries(document.paths)) {
    const url = path.replace(/\{(\w+)\}/g, ':$1');
    if (path.includes('{')) addSingle(app, url);
    else addCollection(app, url, item);
  }
  await app.ready();
  if (server === undefined) throw new Error('Fastify made no server');
  return { server };
}

const body = { $ref: 'TaskCreate#' };
const response = { '2xx': { $ref: 'Task#' } };

function addCollection(app: FastifyInstance, url: string, item: PathItem): void {
  const parameters = (item.get?.parameters ?? []).flatMap((it) =>
    'name' in it ? [[it.name, it.schema] as const] : [],
  );
  const querystring: unknown = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(parameters),
  };
  app.get(url, { schema: { querystring, response: { '2xx': { $ref: 'TaskPage#' } } } }, async () => page);
  app.post(url, { schema: { body, response } }, async (_request, result) =>
    result.code(201).headers({ etag, location }).send(task),
  );
}

function addSingle(app: FastifyInstance, url: string): void {
  const params = { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } };
  app.get(url, { schema: { params, response } }, async (_request, result) => result.header('etag', etag).send(task));
  app.patch(url, { schema: { params, body, response } }, async (_request, result) =>
    result.header('etag', etag).send(task),
  );
  app.delete(url, { schema: { params } }, async (_request, result) => result.code(204).send());
}

function withFastifyRefs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll(/#\/components\/schemas\/(\w+)/g, '$1#'));
}
