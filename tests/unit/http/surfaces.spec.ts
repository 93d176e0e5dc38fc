import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { documents } from './documents.ts';
import { catalogue, serve } from './fixture.ts';
import type { Served } from './fixture.ts';

const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('http: surfaces around the contract', () => {
  let served: Served;
  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  describe('documents', () => {
    for (const [path, document] of [
      ['/api/openapi', documents.v2],
      ['/api/v2/openapi', documents.v2],
      ['/api/v1/openapi', documents.v1],
    ] as const) {
      it(`serves ${path} as JSON and as YAML`, async () => {
        const json = await served.get(`${path}.json`);
        expect(json.headers['content-type']).to.equal('application/json; charset=utf-8');
        expect(json.json()).to.deep.equal(document);
        const yaml = await served.get(`${path}.yaml`);
        expect(yaml.headers['content-type']).to.equal('application/yaml; charset=utf-8');
        expect(parse(yaml.text)).to.deep.equal(document);
      });
    }

    it('revalidates by ETag', async () => {
      const { headers } = await served.get('/api/openapi.json');
      expect(headers.etag).to.match(/^"[0-9a-f]{16}"$/);
      expect(headers['cache-control']).to.equal('public, no-cache');
      const same = await served.get('/api/openapi.json', { 'if-none-match': String(headers.etag) });
      expect(same.status).to.equal(304);
      expect(same.text).to.equal('');
      expect(same.headers.etag).to.equal(headers.etag);
      const other = await served.get('/api/openapi.json', { 'if-none-match': '"0000000000000000"' });
      expect(other.status).to.equal(200);
    });

    it('compresses for those who take it, under a tag of its own', async () => {
      const plain = await served.get('/api/openapi.json');
      const compressed = await served.get('/api/openapi.json', { 'accept-encoding': 'gzip' });
      expect(compressed.headers['content-encoding']).to.equal('gzip');
      expect(compressed.headers.etag).to.not.equal(plain.headers.etag);
      expect(compressed.headers.vary).to.contain('Accept-Encoding');
      expect(JSON.parse(gunzipSync(compressed.bytes).toString())).to.deep.equal(documents.v2);
    });

    it('counts lookups of documents that were written before, and of those that were not', async () => {
      const other = await serve();
      for (const path of ['/api/openapi.json', '/api/openapi.json?tags=projects', '/api/openapi.json?tags=projects'])
        await other.get(path);
      const { text } = await other.get('/metrics');
      await other.close();
      expect(text).to.contain('cache_requests_total{cache="documents",result="miss"} 2');
      expect(text).to.contain('cache_requests_total{cache="documents",result="hit"} 1');
    });

    it('names v1 on its document', async () => {
      expect((await served.get('/api/v1/openapi.json')).headers['api-version']).to.equal('v1');
    });
  });

  describe('methods', () => {
    it('returns HEAD like GET without a body', async () => {
      const response = await served.send('HEAD', '/api/openapi.json');
      expect(response.status).to.equal(200);
      expect(response.text).to.equal('');
      expect(Number(response.headers['content-length'])).to.be.greaterThan(500);
    });

    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY']) {
      it(`refuses ${method} with 405 and Allow`, async () => {
        const response = await served.send(method, '/api/openapi.json');
        expect(response.status).to.equal(405);
        expect(response.headers.allow).to.equal('GET, HEAD, OPTIONS');
        expect(response.json()['code']).to.equal('method_not_allowed');
      });
    }

    it('returns OPTIONS with Allow', async () => {
      const response = await served.send('OPTIONS', '/api/docs');
      expect(response.status).to.equal(204);
      expect(response.headers.allow).to.equal('GET, HEAD, OPTIONS');
    });
  });

  describe('landing', () => {
    it('shows programs JSON, and links', async () => {
      const response = await served.get('/api');
      expect(response.json()).to.deep.include({ name: 'Architect' });
      expect(response.json()['links']).to.include({ documentation: '/api/docs', problems: '/api/problems' });
      expect(response.headers['link']).to.contain('</api/openapi.json>; rel="service-desc"');
      expect(response.headers['link']).to.contain('</api/docs>; rel="service-doc"');
    });

    it('begins links with the public URL, never with Host', async () => {
      const other = await serve({ settings: { publicUrl: 'https://api.example.com' } });
      const response = await other.get('/api', { host: 'evil.example' });
      const catalog = await other.get('/.well-known/api-catalog', { host: 'evil.example' });
      await other.close();
      expect(response.json()['links']).to.include({ self: 'https://api.example.com/api' });
      expect(catalog.text).to.contain('"anchor":"https://api.example.com/api/v2"');
      expect(response.text + catalog.text + String(response.headers['link'])).to.not.contain('evil');
    });

    it('shows people a page', async () => {
      const response = await served.get('/api', { accept: browserAccept });
      expect(response.headers['content-type']).to.equal('text/html; charset=utf-8');
      expect(response.headers['content-security-policy']).to.match(
        /^default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'(?:; |$)/,
      );
      expect(response.headers.vary).to.contain('Accept');
      expect(response.text).to.contain('The backend of a team&#39;s work');
    });

    it('escapes what comes from the document', async () => {
      const info = { title: '<script>alert(1)</script>', version: '"2"', summary: `a & 'b'` };
      const other = await serve({ documents: { ...documents, v2: { ...documents.v2, info } } });
      const { text } = await other.get('/api', { accept: browserAccept });
      await other.close();
      expect(text).to.contain('&#60;script&#62;alert(1)&#60;/script&#62;').and.not.contain('<script>alert');
      expect(text).to.contain('a &#38; &#39;b&#39;').and.contain('&#34;2&#34;');
    });

    it('is where the root leads, whatever the Host header says', async () => {
      const response = await served.get('/', { host: 'evil.example' });
      expect([response.status, response.headers.location, response.text]).to.deep.equal([302, '/api', '']);
    });

    it('returns 406 to those who take neither', async () => {
      const response = await served.get('/api', { accept: 'image/png' });
      expect(response.status).to.equal(406);
      expect(response.json()['detail']).to.contain('application/json, text/html');
    });
  });

  describe('problems', () => {
    it('lists the catalogue', async () => {
      const { data } = (await served.get('/api/problems')).json() as { data: { code: string }[] };
      expect(data.map(({ code }) => code)).to.have.members(Object.keys(catalogue));
      const page = await served.get('/api/problems', { accept: browserAccept });
      for (const code of Object.keys(catalogue)) expect(page.text).to.contain(`href="/api/problems/${code}"`);
    });

    it('explains a code, and names the operations that declare it in either document', async () => {
      const response = (await served.get('/api/problems/not_found')).json();
      expect(response).to.deep.include({
        ...catalogue['not_found'],
        code: 'not_found',
        type: '/api/problems/not_found',
      });
      expect(
        (response['operations'] as { version: string; operation_id: string }[]).map(
          (o) => `${o.version} ${o.operation_id}`,
        ),
      ).to.deep.equal(['v2 createProject', 'v2 getProject', 'v1 getProject']);
    });

    it('finds the codes of x-problems, and does not take a field `code` of a resource for one', async () => {
      const taken = (await served.get('/api/problems/project_key_taken')).json();
      expect(taken['operations']).to.have.length(1);
      expect((await served.get('/api/problems/CORE')).status).to.equal(404);
    });

    it('is a page for people, with `code` set as code', async () => {
      const response = await served.get('/api/problems/validation_failed', { accept: browserAccept });
      expect(response.text).to.contain('<code>errors</code>').and.not.contain('`');
      expect(response.text).to.contain('&#34;pointer&#34;: &#34;/title&#34;');
    });

    it('says of every code what it means, when it happens and what to do, each by itself', async () => {
      for (const [code, { meaning, when, remedy }] of Object.entries(catalogue)) {
        expect(new Set([meaning, when, remedy]).size, code).to.equal(3);
        const response = (await served.get(`/api/problems/${code}`)).json();
        expect(response, code).to.deep.include({ meaning, when, remedy });
      }
      const page = await served.get('/api/problems/not_found', { accept: browserAccept });
      const terms = [...page.text.matchAll(/<dt>([^<]+)<\/dt>/g)].map(([, term]) => term);
      expect(terms).to.deep.equal(['What it means', 'When it happens', 'What to do']);
    });

    for (const code of ['no_such_code', 'constructor', '__proto__', '', 'not_found/', '%2e%2e', '%zz']) {
      it(`knows nothing of ${code === '' ? 'an empty code' : code}`, async () => {
        expect((await served.get(`/api/problems/${code}`)).status).to.equal(404);
      });
    }
  });

  describe('catalogue of APIs', () => {
    it('is a linkset of RFC 9727', async () => {
      const response = await served.get('/.well-known/api-catalog');
      expect(response.headers['content-type']).to.equal(
        'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      );
      expect(response.headers['link']).to.equal('</.well-known/api-catalog>; rel="api-catalog"');
      const { linkset } = response.json() as { linkset: Record<string, unknown>[] };
      expect(linkset[0]).to.deep.equal({
        anchor: '/.well-known/api-catalog',
        item: [{ href: '/api/v2' }, { href: '/api/v1' }],
      });
      expect(linkset[1]?.['service-desc']).to.deep.include({ href: '/api/v2/openapi.json', type: 'application/json' });
    });
  });

  describe('the gate for consumers', () => {
    const path = '/api/gate.mjs';
    it('is the generated program', async () => {
      const { status, headers, bytes } = await served.get(path);
      expect([status, headers['content-type']]).to.deep.equal([200, 'text/javascript; charset=utf-8']);
      expect(headers['cache-control']).to.equal('public, no-cache');
      expect(bytes.equals(readFileSync(new URL('../../../generated/gate.mjs', import.meta.url)))).to.equal(true);
    });

    it('is described by HEAD, and revalidates', async () => {
      const { headers, bytes } = await served.get(path);
      const head = await served.send('HEAD', path);
      expect([head.status, head.headers.etag, head.headers['content-length'], head.text]).to.deep.equal([
        ...[200, headers.etag, String(bytes.length), ''],
      ]);
      const same = await served.get(path, { 'if-none-match': String(headers.etag) });
      expect([same.status, same.text]).to.deep.equal([304, '']);
    });
  });

  describe('the rest', () => {
    it('leads from the address that responses of v1 named before to the upgrade guide', async () => {
      const { status, headers } = await served.get('/api/migration');
      expect([status, headers.location]).to.deep.equal([301, '/api/upgrade-guide']);
      expect((await served.get('/api/upgrade-guide')).status).to.equal(200);
    });
    it('serves metrics as text', async () => {
      const response = await served.get('/metrics');
      expect(response.headers['content-type']).to.match(/^text\/plain; version=0\.0\.4/);
      expect(response.headers['cache-control']).to.equal('no-store');
    });

    it('has an icon', async () => {
      const response = await served.get('/favicon.ico');
      expect(response.headers['content-type']).to.equal('image/svg+xml');
      expect(response.text).to.match(/^<svg /);
    });
  });
});
