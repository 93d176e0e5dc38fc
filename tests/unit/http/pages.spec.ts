import { expect } from 'chai';
import { brotliDecompressSync } from 'node:zlib';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('http: pages and their assets', () => {
  let served: Served;
  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  const assetPaths = async (page: string): Promise<string[]> => {
    const { text } = await served.get(page, { accept: browserAccept });
    return [...text.matchAll(/(?:src|href)="(\/api\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  };

  for (const page of [
    '/api',
    '/api/docs',
    '/api/redoc',
    '/api/docs?version=v1',
    '/api/problems',
    '/api/problems/not_found',
    '/api/log-in',
    '/api/verify-email',
    '/api/reset-password',
    '/api/accept-invitation',
  ]) {
    it(`${page} has no inline script or handler, and loads only from here`, async () => {
      const { text, headers } = await served.get(page, { accept: browserAccept });
      expect(text).to.not.match(/<script(?![^>]*\bsrc=)/);
      expect(text).to.not.match(/\son[a-z]+=/i);
      expect(text).to.not.match(/\b(?:src|href)="(?!#|\/(?!\/))/);
      expect(text).to.match(/<body>\n<a class="skip" href="#content">[^]*<main id="content"/);
      const policy = String(headers['content-security-policy']);
      expect(policy)
        .to.match(/^default-src 'self';/)
        .and.not.match(/script-src|unsafe-eval|https?:/);
    });
  }

  it('/api leads from the first call to a key, to clients, and to calls from other origins', async () => {
    const { text } = await served.get('/api', { accept: browserAccept });
    const [, section = ''] = text.split('<h2>First call</h2>');
    const links = [...section.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(links).to.include.members([
      '/api/guides/auth',
      '/api/guides/api-keys',
      '/api/guides/sdks',
      '/api/guides/sdks#the-client-of-this-project',
      '/api/redoc#section/Authentication/Other-origins',
    ]);
    for (const link of links) {
      const [path = '', id] = link.split('#');
      const target = await served.get(path, { accept: browserAccept });
      expect(target.status, link).to.equal(200);
      if (path.startsWith('/api/guides/') && id !== undefined) expect(target.text).to.include(` id="${id}"`);
    }
    expect(section).to.include('<code>architect-client</code>').and.include('it is not on npm');
  });

  it('shows the version that is asked for', async () => {
    expect((await served.get('/api/redoc?version=v1')).text).to.contain('data-document="/api/v1/openapi.json"');
    expect((await served.get('/api/redoc')).text).to.contain('data-document="/api/v2/openapi.json"');
    expect((await served.get('/api/redoc?version=v9')).status).to.equal(404);
  });

  it('loads assets that exist, are typed, and may be kept for ever', async () => {
    const paths = new Set([...(await assetPaths('/api/docs')), ...(await assetPaths('/api/redoc'))]);
    expect(paths.size).to.equal(12);
    for (const path of paths) {
      const response = await served.get(path);
      expect(response.status, path).to.equal(200);
      expect(response.headers['cache-control']).to.equal('public, max-age=31536000, immutable');
      expect(response.headers['content-type']).to.match(
        path.endsWith('.js') ? /^text\/javascript;/ : path.endsWith('.css') ? /^text\/css;/ : /^image\/svg\+xml/,
      );
      expect(path).to.contain(String(response.headers.etag).slice(1, -1));
    }
  });

  it("has taken the foreign logo out of ReDoc's bundle", async () => {
    const path = (await assetPaths('/api/redoc')).find((asset) => asset.endsWith('/redoc.standalone.js'));
    const { text } = await served.get(String(path));
    expect(text).to.contain('alt:"redocly logo"').and.not.contain('cdn.redoc.ly');
  });

  it('sends assets compressed', async () => {
    const path = (await assetPaths('/api/docs')).find((asset) => asset.endsWith('/pages.css'));
    const plain = await served.get(String(path));
    const compressed = await served.get(String(path), { 'accept-encoding': 'br, gzip' });
    expect(compressed.headers['content-encoding']).to.equal('br');
    expect(compressed.bytes.length).to.be.lessThan(plain.bytes.length);
    expect(brotliDecompressSync(compressed.bytes).toString()).to.equal(plain.text);
  });

  for (const path of [
    '/api/assets/../../package.json',
    '/api/assets/%2e%2e/%2e%2e/package.json',
    '/api/assets/..%2f..%2f/package.json',
    '/api/assets/0000000000000000/pages.css',
    '/api/assets/pages.css',
    '/api/assets//etc/passwd',
    '/API/docs',
  ]) {
    it(`knows nothing of ${path}`, async () => {
      const response = await served.get(path);
      expect(response.status).to.equal(404);
      expect(response.json()['code']).to.equal('not_found');
    });
  }
});
