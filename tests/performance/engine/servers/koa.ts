import Koa from 'koa';
import { page, task } from '../bench-contract.ts';
import { etag, location, serve, textOf, type BenchServer } from './bench-server.ts';

/** Koa alone: parses what is sent, serialises what is answered, checks nothing. */
export function startKoa(): BenchServer {
  const app = new Koa();
  app.use(async (context) => {
    if (context.method === 'POST') {
      JSON.parse(await textOf(context.req));
      context.status = 201;
      context.set({ ETag: etag, Location: location });
      context.body = task;
    } else if (context.query['limit'] === undefined) {
      context.set('ETag', etag);
      context.body = task;
    } else context.body = page;
  });
  return { server: serve(app) };
}
