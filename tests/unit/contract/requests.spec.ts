import { expect } from 'chai';
import { rawStatus } from '../../support/engine/raw-statuses.ts';
import { authorization, notePath, places, useSeeingEngine } from '../../support/engine/seen-requests.ts';
import { noteRow } from '../../support/engine/served-engine.ts';

describe('the engine and requests', () => {
  const engine = useSeeingEngine();

  describe('paths and methods', () => {
    it('matches the path before the method: a foreign method on /notes/stats is not deleteNote', async () => {
      const result = await engine.request('DELETE', '/api/v2/notes/stats', { headers: { authorization } });
      expect([result.status, result.code, result.headers.get('allow')]).to.deep.equal([
        405,
        'method_not_allowed',
        'GET, HEAD, OPTIONS',
      ]);
    });
    for (const method of ['PUT', 'QUERY', 'PROPFIND']) {
      it(`returns ${method} with 405 and Allow`, async () => {
        const result = await engine.request(method, '/api/v2/notes');
        expect([result.status, result.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD, POST, OPTIONS']);
      });
    }
    it('returns TRACE with 405', async () => {
      expect(
        await rawStatus(engine.url, 'TRACE /api/v2/notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      ).to.equal(405);
    });
    it('returns OPTIONS with 204 and Allow, without asking for credentials', async () => {
      const result = await engine.request('OPTIONS', notePath);
      expect([result.status, result.headers.get('allow')]).to.deep.equal([204, 'GET, HEAD, PATCH, DELETE, OPTIONS']);
    });
    it('returns HEAD as GET, without the body', async () => {
      const result = await engine.request('HEAD', notePath, { headers: { authorization } });
      expect([result.status, result.text, result.headers.get('etag')]).to.deep.equal([200, '', '"3"']);
      expect(Number(result.headers.get('content-length'))).to.equal(JSON.stringify(noteRow).length);
    });
    it('takes the absolute form of a target', async () => {
      const request = `GET http://anything/api/v2/notes/stats HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
      expect(await rawStatus(engine.url, request)).to.equal(200);
    });
    for (const path of ['/api/v2/notes/', '/api/v2/note', '/api/v2//notes', '/api/v3/notes', `${notePath}/x`]) {
      it(`returns 404 at ${path}`, async () => {
        expect((await engine.get(path)).code).to.equal('not_found');
      });
    }
  });

  describe('parameters', () => {
    it('hands them over decoded, with defaults, header names in lower case', async () => {
      await engine.get('/api/v2/notes?colour=red&colour=blue&pinned=true&text=a%20b');
      expect(engine.seen?.query).to.deep.equal({ limit: 50, colour: ['red', 'blue'], text: 'a b', pinned: true });
      await engine.post('{"text":"a"}', { 'content-type': 'application/json', 'Idempotency-Key': 'k' });
      expect(engine.seen?.headers).to.deep.equal({ 'idempotency-key': 'k' });
    });
    it('lists every violation of path, query and body at once', async () => {
      const result = await engine.request('PATCH', '/api/v2/notes/nope?x=1&y=2', {
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ text: '', colour: 'green', weight: 1.5, unknown: 1 }),
      });
      expect(result.status).to.equal(400);
      expect(places(result).sort()).to.deep.equal([
        'body /colour enum',
        'body /text min_length',
        'body /unknown unknown_field',
        'body /weight type',
        'path note_id format',
        'query x unknown_parameter',
        'query y unknown_parameter',
      ]);
      expect(result.params).to.deep.equal({ count: 7 });
    });
    it('lists at most a hundred', async () => {
      const query = Array.from({ length: 300 }, (_, index) => `x${index}=1`).join('&');
      expect((await engine.get(`/api/v2/notes?${query}`)).violations).to.have.length(100);
    });
    it('cuts names that a caller chose to what an error may hold', async () => {
      const name = 'n'.repeat(1900);
      const inBody = await engine.post(JSON.stringify({ text: 'a', [name]: 1 }));
      const inQuery = await engine.get(`/api/v2/notes?${name}=1`);
      expect([inBody, inQuery].map((it) => it.violations.length)).to.deep.equal([1, 1]);
      expect(inBody.violations[0]?.['pointer']).to.have.length(1901);
      expect(inQuery.violations[0]?.['parameter']).to.have.length(200);
      const wide = await engine.request('PATCH', notePath, {
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'a', ['n'.repeat(5000)]: 1 }),
      });
      expect(wide.violations[0]?.['pointer']).to.have.length(2000);
    });
    it('refuses a null byte, and says nothing of the value', async () => {
      const result = await engine.get('/api/v2/notes?text=secret%00value');
      expect(places(result)).to.deep.equal(['query text pattern']);
      expect(result.text).not.to.include('secret');
    });
    for (const limit of ['0', '101', '05', '1e1', '-0', '99999999999999999999', '1%20']) {
      it(`refuses limit=${limit}`, async () => {
        expect((await engine.get(`/api/v2/notes?limit=${limit}`)).status).to.equal(400);
      });
    }
    it('returns 404 to a path that is not UTF-8', async () => {
      expect((await engine.get('/api/v2/notes/%ff')).code).to.equal('not_found');
    });
  });
});
