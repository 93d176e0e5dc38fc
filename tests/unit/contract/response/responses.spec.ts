import { expect } from 'chai';
import type { AnyResponse } from '../../../../src/contract/options.ts';
import { createManualClock } from '../../../support/clock.ts';
import { noteRow, serveEngine, workingHandlers, type ServedEngine } from '../../../support/engine/served-engine.ts';

const authorization = 'Bearer admin';
const single = `/api/v2/notes/${noteRow.id}`;
const etag = '"3"';

describe('the engine and responses', () => {
  describe('that break the contract', () => {
    let response: AnyResponse;
    let served: ServedEngine;

    before(async () => {
      served = await serveEngine({
        ...workingHandlers,
        createNote: async () => response,
        getNote: async () => response,
        deleteNote: async () => response,
      });
    });
    after(() => served.close());

    const headers = { etag, location: '/x' };
    const { version: _, ...incomplete } = noteRow;
    const broken: readonly [name: string, response: AnyResponse, part: string, pointer: string, keyword: string][] = [
      [
        'a field too many',
        { status: 201, headers, body: { ...noteRow, password_hash: 'top-secret' } },
        'body',
        '/password_hash',
        'additionalProperties',
      ],
      ['a field too few', { status: 201, headers, body: incomplete }, 'body', '/version', 'required'],
      [
        'a wrong value',
        { status: 201, headers, body: { ...noteRow, colour: 'top-secret' } },
        'body',
        '/colour',
        'enum',
      ],
      ['a Date for a text', { status: 201, headers, body: { ...noteRow, text: new Date(0) } }, 'body', '/text', 'type'],
      ['no body', { status: 201, headers, body: undefined }, 'body', '', 'required'],
      ['an undeclared status', { status: 200, body: noteRow }, 'status', '200', 'undeclared'],
      ['a missing header', { status: 201, headers: { etag }, body: noteRow }, 'header', 'location', 'required'],
      [
        'a wrong header',
        { status: 201, headers: { ...headers, etag: 'W/"3"' }, body: noteRow },
        'header',
        'etag',
        'pattern',
      ],
      [
        'an undeclared header',
        { status: 201, headers: { ...headers, 'x-debug': '1' }, body: noteRow },
        'header',
        'x-debug',
        'undeclared',
      ],
      [
        'a header that cannot be sent',
        { status: 201, headers: { ...headers, location: '/x\r\nset-cookie: a' }, body: noteRow },
        'header',
        'location',
        'characters',
      ],
      [
        'another media type',
        { status: 201, headers: { ...headers, 'content-type': 'text/html' }, body: noteRow },
        'content_type',
        '',
        'undeclared',
      ],
    ];
    for (const [name, value, part, pointer, keyword] of broken) {
      it(`returns 500 to ${name}, logs and counts it, and rolls back`, async () => {
        response = value;
        const before = {
          steps: served.db.steps.length,
          logged: served.logged.length,
          violated: served.violated.length,
        };
        const result = await served.request('POST', '/api/v2/notes', {
          headers: { authorization, 'content-type': 'application/json' },
          body: '{"text":"a"}',
        });
        expect([result.status, result.code]).to.deep.equal([500, 'contract_violated']);
        expect(served.db.steps.slice(before.steps)).to.deep.equal(['begin', 'rollback']);
        expect(served.violated.slice(before.violated)).to.deep.equal([`createNote ${part} ${pointer}`.trim()]);
        const [line] = served.logged.slice(before.logged);
        expect(line).to.include({ operation: 'v2.createNote', request_id: 'request-1', part, pointer, keyword });
        expect(JSON.stringify(line) + result.text).not.to.include('top-secret');
        expect(result.headers.get('location')).to.equal(null);
      });
    }
    it('returns 500 to a body where none is declared', async () => {
      response = { status: 204, body: noteRow };
      expect((await served.request('DELETE', single, { headers: { authorization } })).code).to.equal(
        'contract_violated',
      );
    });
    it('rolls back, and stores nothing, where a declared failure is answered as a value', async () => {
      const steps = served.db.steps.length;
      response = { status: 404, body: undefined };
      expect((await served.request('DELETE', single, { headers: { authorization } })).status).to.equal(404);
      expect(served.db.steps.slice(steps)).to.deep.equal(['begin', 'rollback']);
    });
  });

  describe('that keep it', () => {
    let served: ServedEngine;
    const clock = createManualClock();

    before(async () => {
      served = await serveEngine(workingHandlers, { clock });
    });
    after(() => served.close());

    const get = (path: string, headers: Record<string, string> = {}) =>
      served.request('GET', path, { headers: { authorization, ...headers } });

    it('carry the standard headers', async () => {
      const { headers } = await get(single);
      const names = ['api-version', 'vary', 'cache-control', 'content-type', 'etag'];
      expect(names.map((name) => headers.get(name))).to.deep.equal([
        'v2',
        'Accept',
        'private, no-cache',
        'application/json',
        etag,
      ]);
    });
    it('are not stored where they have no ETag', async () => {
      expect((await get('/api/v2/notes')).headers.get('cache-control')).to.equal('no-store');
    });
    it('carry the version even where they are errors', async () => {
      expect((await get('/api/v2/nothing')).headers.get('api-version')).to.equal('v2');
    });
    it('keep a status without content', async () => {
      const result = await served.request('POST', '/api/v2/notes/import', { headers: { authorization } });
      expect([result.status, result.text, result.headers.get('content-length')]).to.deep.equal([202, '', '0']);
    });

    for (const tag of [etag, 'W/"3"', '"1", "3"', '"2" , W/"3"', '*']) {
      it(`become 304 for If-None-Match: ${tag}`, async () => {
        const result = await get(single, { 'if-none-match': tag });
        expect([result.status, result.text, result.headers.get('etag')]).to.deep.equal([304, '', etag]);
        expect(result.headers.get('cache-control')).to.equal('private, no-cache');
      });
    }
    it('are refused with a place for an If-None-Match that is malformed', async () => {
      const { status, violations } = await get(single, { 'if-none-match': '3' });
      expect([status, violations[0]?.['parameter']]).to.deep.equal([400, 'If-None-Match']);
    });
    for (const tag of ['"4"', '"33"']) {
      it(`stay 200 for If-None-Match: ${tag}`, async () => {
        expect((await get(single, { 'if-none-match': tag })).status).to.equal(200);
      });
    }

    describe('of a deprecated operation', () => {
      const old = `/api/v2/old-notes/${noteRow.id}`;

      it('say since when, until when, and what comes after', async () => {
        const { headers } = await get(old);
        expect(['deprecation', 'sunset', 'link'].map((name) => headers.get(name))).to.deep.equal([
          '@1767225600',
          'Fri, 01 Jan 2027 00:00:00 GMT',
          `<${single}>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"`,
        ]);
      });
      it('are 410 from the sunset on, naming the successor, unless a setting extends it', async () => {
        clock.set('2026-12-31T23:59:59.999Z');
        expect((await get(old)).status).to.equal(200);
        clock.set('2027-01-01T00:00:00.000Z');
        const result = await get(old);
        expect([result.status, result.code, result.params['successor']]).to.deep.equal([
          410,
          'operation_retired',
          'GET /api/v2/notes/{note_id}',
        ]);
        expect(result.headers.get('link')).to.include('successor-version');
        const extended = await serveEngine(workingHandlers, { clock, sunsetExtensionMs: 1 });
        expect((await extended.request('GET', old, { headers: { authorization } })).status).to.equal(200);
        await extended.close();
      });
    });

    it('are counted, requests and responses', async () => {
      const before = { ...served.engine.counts };
      await get(single);
      await get('/api/v2/notes?x=1');
      const { requests, responses } = served.engine.counts;
      expect([requests - before.requests, responses - before.responses]).to.deep.equal([2, 1]);
    });
  });

  it('knows its operations by method and path', async () => {
    const served = await serveEngine(workingHandlers);
    const { engine } = served;
    expect(engine.match('HEAD', single)?.id).to.equal('getNote');
    expect(engine.match('POST', '/api/v2/notes')?.id).to.equal('createNote');
    expect(engine.match('PUT', single)).to.equal(undefined);
    expect(engine.match('GET', '/nowhere')).to.equal(undefined);
    await served.close();
  });

  it('does not start with a handler that the contract does not know', async () => {
    let message = '';
    const handlers = { ...workingHandlers, listNote: async () => ({ status: 200, body: {} }) };
    await serveEngine(handlers).catch((error: unknown) => {
      message = String(error);
    });
    expect(message).to.include('Unknown operationId listNote');
  });
});
