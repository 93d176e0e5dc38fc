import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { encoded } from '../../support/spellings.ts';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

describe('http: paths in other spellings', () => {
  let served: Served;
  before(async () => {
    served = await serve({
      v2: (context) => {
        if (/%|\.\./.test(context.path)) throw new AppError('not_found', 404);
        context.body = { path: context.path };
      },
    });
  });
  after(() => served.close());

  const surfaces = [
    '/',
    '/api',
    '/api/docs',
    '/api/redoc',
    '/api/openapi.json',
    '/api/openapi.yaml',
    '/api/v1/openapi.json',
    '/api/v2/openapi.yaml',
    '/api/gate.mjs',
    '/api/guides',
    '/api/guides/api-keys',
    '/api/guides/api-keys.md',
    '/api/problems',
    '/api/problems/not_found',
    '/api/upgrade-guide',
    '/api/changelog',
    '/api/workflows',
    '/api/status',
    '/llms.txt',
    '/.well-known/api-catalog',
    '/favicon.ico',
    '/metrics',
    // What the engines echo, by way of the negotiation too.
    '/api/v1/tasks',
    '/api/v2/tasks',
    '/api/tasks',
    '/health',
    '/health/detailed',
  ];
  for (const path of surfaces) {
    it(`serves ${path} however its letters are written`, async () => {
      const plain = await served.get(path);
      expect(plain.status).to.be.oneOf([200, 302]);
      for (const written of [
        path.replace(/[a-z]/, encoded),
        path.replaceAll(/[a-z]/g, encoded),
        path.replaceAll(/[a-z._-]/g, (letter) => encoded(letter).toLowerCase()),
      ]) {
        const response = await served.get(written);
        expect(response.status, written).to.equal(plain.status);
        expect(response.headers['content-type']).to.equal(plain.headers['content-type']);
        // What is counted differs from request to request.
        if (path !== '/metrics') expect(response.bytes.equals(plain.bytes), written).to.equal(true);
      }
    });
  }

  // They would be the engine's, which has no such path.
  for (const path of [
    '/%2561pi/docs',
    '/api%2Fdocs',
    '/api/docs%2F',
    '/api/docs%00',
    '/api/%zz',
    '/API/docs',
    '/api/problems/not%5ffound%00',
    '/api/problems/not_found%2F',
    '/api/%2e%2e/metrics',
  ]) {
    it(`knows nothing at ${path}`, async () => {
      const response = await served.get(path);
      expect([response.status, response.json()['code']]).to.deep.equal([404, 'not_found']);
    });
  }
});
