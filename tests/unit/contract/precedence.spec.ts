import { expect } from 'chai';
import { RateLimiter } from '../../../src/contract/access/rate-limits.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import {
  foreignOrganization,
  noteRow,
  serveEngine,
  workingHandlers,
  type ServedEngine,
} from '../../support/engine/served-engine.ts';

// Each request breaks two rules that stand next to each other in the contract's order; the first one returns.

interface Case {
  readonly first: string;
  readonly then: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const json = { 'content-type': 'application/json' };
const notes = '/api/v2/notes';
const single = `${notes}/${noteRow.id}`;
const large = JSON.stringify({ text: 'x'.repeat(3000) });

const cases: readonly Case[] = [
  {
    first: 'not_found',
    then: 'not_acceptable',
    method: 'GET',
    path: '/api/v2/nothing',
    headers: { accept: 'image/png' },
  },
  { first: 'method_not_allowed', then: 'not_acceptable', method: 'PUT', path: notes, headers: { accept: 'image/png' } },
  { first: 'not_acceptable', then: 'unauthenticated', method: 'GET', path: notes, headers: { accept: 'image/png' } },
  { first: 'unauthenticated', then: 'validation_failed', method: 'GET', path: `${notes}?x=1` },
  {
    first: 'insufficient_scope',
    then: 'unsupported_media_type',
    method: 'POST',
    path: notes,
    headers: { authorization: 'Bearer member:notes:read', 'content-type': 'text/plain' },
    body: 'x',
  },
  {
    first: 'csrf_failed',
    then: 'unsupported_media_type',
    method: 'POST',
    path: notes,
    headers: { cookie: 'session=member', 'content-type': 'text/plain' },
    body: 'x',
  },
  {
    first: 'unsupported_media_type',
    then: 'payload_too_large',
    method: 'POST',
    path: notes,
    headers: { authorization: 'Bearer member', 'content-type': 'text/plain' },
    body: large,
  },
  {
    first: 'payload_too_large',
    then: 'validation_failed',
    method: 'POST',
    path: `${notes}?x=1`,
    headers: { authorization: 'Bearer member', ...json },
    body: large,
  },
  {
    first: 'validation_failed',
    then: 'forbidden',
    method: 'POST',
    path: `${notes}?x=1`,
    headers: { authorization: 'Bearer viewer', ...json },
    body: '{"text":"a"}',
  },
  {
    first: 'validation_failed',
    then: 'not_found',
    method: 'GET',
    path: `/api/v2/organizations/${foreignOrganization}/notes?x=1`,
    headers: { authorization: 'Bearer viewer' },
  },
];

describe('the order of returns', () => {
  let served: ServedEngine;

  before(async () => {
    served = await serveEngine(workingHandlers);
  });
  after(() => served.close());

  for (const { first, then, method, path, ...init } of cases) {
    it(`${first} before ${then}`, async () => {
      expect((await served.request(method, path, init)).code).to.equal(first);
    });
  }

  it('rate_limited by address before unauthenticated, by client before unsupported_media_type', async () => {
    const quota = { max: 2, windowMs: 60_000 };
    const limiter = new RateLimiter({
      classes: { address: { ...quota, max: 1 }, write: { ...quota, max: 1 } },
      clientsMax: 10,
      redis: undefined,
      log: silentLogger,
    });
    const limited = await serveEngine(workingHandlers, { rateLimiter: limiter });
    const codes: (string | undefined)[] = [];
    const headers = { authorization: 'Bearer member', 'content-type': 'text/plain' };
    codes.push((await limited.request('POST', notes, { headers, body: 'x' })).code);
    codes.push((await limited.request('POST', notes, { headers, body: 'x' })).code);
    const read = async (init = {}) => (await limited.request('GET', notes, init)).code;
    codes.push(await read(), await read(), await read({ headers: { authorization: 'Bearer owner' } }));
    expect(codes).to.deep.equal([
      ...['unsupported_media_type', 'rate_limited'],
      ...['unauthenticated', 'rate_limited', 'rate_limited'],
    ]);
    await limited.close();
  });

  describe('404 by visibility and 403 by role', () => {
    const patch = { headers: { authorization: 'Bearer viewer', ...json }, body: '{"text":"a"}' };

    it('lets the controller of a templated path say 404 before a small role says 403', async () => {
      const blind = await serveEngine({
        ...workingHandlers,
        updateNote: async () => {
          throw new AppError('not_found', 404);
        },
      });
      expect((await blind.request('PATCH', single, patch)).code).to.equal('not_found');
      await blind.close();
    });
    it('fences a templated path behind the controller, and rolls back what it did', async () => {
      const steps = served.db.steps.length;
      const result = await served.request('PATCH', single, patch);
      expect([result.code, result.params]).to.deep.equal(['forbidden', { role: 'admin' }]);
      expect(served.db.steps.slice(steps)).to.deep.equal(['begin', 'rollback']);
    });
    it('fences a path without parameters before the controller', async () => {
      let isCalled = false;
      const counted = await serveEngine({
        ...workingHandlers,
        createNote: async () => {
          isCalled = true;
          return { status: 201, body: noteRow };
        },
      });
      const result = await counted.request('POST', notes, patch);
      expect([result.code, isCalled]).to.deep.equal(['forbidden', false]);
      await counted.close();
    });
    it('returns a foreign organization as an absent one, in the path and in the header', async () => {
      const headers = { authorization: 'Bearer owner' };
      const inPath = await served.request('GET', `/api/v2/organizations/${foreignOrganization}/notes`, { headers });
      const inHeader = await served.request('GET', notes, {
        headers: { ...headers, 'x-organization-id': foreignOrganization },
      });
      expect([inPath.code, inHeader.code]).to.deep.equal(['not_found', 'not_found']);
    });
    it('lets operators, and nobody else, to what is theirs', async () => {
      const of = (token: string) =>
        served.request('GET', '/api/v2/machines', { headers: { authorization: `Bearer ${token}` } });
      expect((await of('operator')).status).to.equal(200);
      expect((await of('owner')).code).to.equal('forbidden');
    });
  });

  it('returns 501 where the contract is ahead of the server', async () => {
    const empty = await serveEngine({});
    expect((await empty.request('GET', '/api/v2/notes/stats')).code).to.equal('not_implemented');
    await empty.close();
  });
});
