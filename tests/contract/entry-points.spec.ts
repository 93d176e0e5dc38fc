import { expect } from 'chai';
import { navigation } from '../../src/http/site/navigation.ts';
import { useApp } from '../support/app.ts';
import { rawRequest } from '../support/raw-request.ts';
import { documentedOperations } from '../support/contract/document.ts';

// What programs find first: /llms.txt and /.well-known/api-catalog. Each of their links is followed.

const publicUrl = 'https://architect.example.com';

interface Target {
  readonly href: string;
  readonly type?: string;
}
type Linkset = Readonly<Record<string, string | readonly Target[]>>;

describe('entry points for programs', () => {
  const app = useApp({ settings: { PUBLIC_URL: publicUrl } });
  const get = (path: string, accept = '*/*') =>
    rawRequest({ method: 'GET', url: `${app.url}${path}`, headers: { accept } });
  const pathOf = (href: string): string => {
    expect(href.startsWith(`${publicUrl}/`), href).to.equal(true);
    return href.slice(publicUrl.length);
  };

  describe('/.well-known/api-catalog', () => {
    const read = async (): Promise<Linkset[]> => {
      const { text, headers } = await get('/.well-known/api-catalog');
      expect(headers.get('content-type')).to.match(/^application\/linkset\+json;/);
      return (JSON.parse(text) as { linkset: Linkset[] }).linkset;
    };

    it('links to what has the media type that it says', async () => {
      const targets = (await read()).flatMap((links) =>
        Object.values(links).flatMap((value) => (typeof value === 'string' ? [] : value)),
      );
      const typed = targets.filter((target): target is Required<Target> => target.type !== undefined);
      expect(typed).to.have.length.above(12);
      for (const { href, type } of typed) {
        const { status, headers } = await get(pathOf(href), `${type}, */*;q=0.1`);
        expect([status, headers.get('content-type')?.replace(/;.*/, '')], href).to.deep.equal([200, type]);
      }
    });

    it('has an entry for each version, with its documents, pages and state', async () => {
      const [catalog, ...versions] = await read();
      expect(catalog).to.deep.equal({
        anchor: `${publicUrl}/.well-known/api-catalog`,
        item: versions.map(({ anchor }) => ({ href: anchor })),
      });
      expect(versions.map(({ anchor }) => anchor)).to.deep.equal([`${publicUrl}/api/v2`, `${publicUrl}/api/v1`]);
      for (const version of versions) {
        const pathsOf = (relation: string) => (version[relation] as readonly Target[]).map(({ href }) => pathOf(href));
        const prefix = pathOf(version['anchor'] as string);
        expect(pathsOf('service-desc')).to.deep.equal([`${prefix}/openapi.json`, `${prefix}/openapi.yaml`]);
        expect(pathsOf('status')).to.deep.equal(['/health', '/api/status']);
        expect(pathsOf('service-doc')).to.include('/api/problems');
      }
      const all = JSON.stringify(versions[0]);
      for (const { path } of navigation) expect(all, path).to.contain(`"${publicUrl}${path}`);
    });
  });

  describe('/llms.txt', () => {
    const linksOf = (text: string) =>
      [...text.matchAll(/\[(?<name>[^\]]+)\]\((?<href>[^)\s]+)\)/g)].map(
        ({ groups }) => groups as Record<string, string>,
      );

    it('begins with a title and a summary, and continues with lists of links', async () => {
      const { text, headers } = await get('/llms.txt');
      expect(headers.get('content-type')).to.equal('text/plain; charset=utf-8');
      expect(text).to.match(/^# Architect\n\n> .+\n/);
      const lists = text.split(/^## .+$/m).slice(1);
      expect(lists).to.have.length(4);
      for (const line of lists.flatMap((list) => list.trim().split('\n')))
        expect(line).to.match(/^- \[[^\]]+\]\([^)\s]+\): \S/);
    });

    it('has only links that lead somewhere', async () => {
      const links = linksOf((await get('/llms.txt')).text);
      for (const { href = '' } of links) expect((await get(pathOf(href))).status, href).to.equal(200);
      expect(new Set(links.map(({ href }) => href)).size).to.equal(links.length);
    });

    it('links to every guide as Markdown', async () => {
      const { text } = await get('/llms.txt');
      const { data } = JSON.parse((await get('/api/guides', 'application/json')).text) as {
        data: { markdown: string }[];
      };
      const linked = linksOf(text).map(({ href }) => href);
      expect(data).to.have.length.above(20);
      expect(linked).to.include.members(data.map(({ markdown }) => markdown));
    });

    it('names the number of operations and operations that exist', async () => {
      const { text } = await get('/llms.txt');
      const current = documentedOperations.filter(({ version }) => version === 'v2');
      expect(text).to.contain(`${current.length} operations`);
      for (const id of ['createApiKey', 'logIn']) {
        expect(text).to.contain(`\`${id}\``);
        expect(current.map((operation) => operation.id)).to.include(id);
      }
    });

    it('revalidates', async () => {
      const { headers } = await get('/llms.txt');
      const url = `${app.url}/llms.txt`;
      const same = await rawRequest({ method: 'GET', url, headers: { 'if-none-match': headers.get('etag')! } });
      expect([same.status, same.text]).to.deep.equal([304, '']);
    });
  });
});
