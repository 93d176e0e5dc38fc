import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { linksFrom, readGuideSources } from '../../../src/http/site/guides/guides.ts';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

const docs = join(import.meta.dirname, '../../../docs');
const asPage = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const publicUrl = 'https://architect.example.com';

describe('http: guides', () => {
  const sources = readGuideSources();
  const all = [sources.contents, ...sources.guides];
  let served: Served;
  let elsewhere: Served;
  before(async () => {
    served = await serve();
    elsewhere = await serve({ settings: { publicUrl } });
  });
  after(async () => {
    await served.close();
    await elsewhere.close();
  });

  const pathOf = (name: string): string => (name === 'README' ? '/api/guides' : `/api/guides/${name}`);
  /** A reader who runs the server has it at this address, wherever the guide was read. */
  const ownServer = 'BASE=http://localhost:${PORT:-8080}';
  const withoutOwnServer = (text: string): string => text.replace(ownServer, '');
  const idsOf = (text: string): string[] => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);

  it('are all files of docs/guides, and the pages beside them that callers need', () => {
    const files = readdirSync(join(docs, 'guides')).map((file) => `guides/${file}`);
    const beside = all.map(({ file }) => file).filter((file) => !file.startsWith('guides/'));
    expect(all.map(({ file }) => file)).to.have.members([...files, ...beside]);
    expect(beside).to.include.members(['FUZZING.md', 'SDKS.md', 'settings.md']);
  });

  it('are listed for programs', async () => {
    const { data } = (await elsewhere.get('/api/guides', { accept: 'application/json' })).json() as {
      data: Record<string, string>[];
    };
    expect(data.map(({ name }) => name)).to.deep.equal(sources.guides.map(({ name }) => name));
    expect(data.find(({ name }) => name === 'api-keys')).to.deep.equal({
      name: 'api-keys',
      title: 'API keys',
      summary: 'keys for programs: scopes, rotation, usage',
      page: `${publicUrl}/api/guides/api-keys`,
      markdown: `${publicUrl}/api/guides/api-keys.md`,
    });
  });

  it('are listed on a page, which links to each', async () => {
    const { text } = await served.get('/api/guides', asPage);
    for (const { name } of sources.guides) expect(text).to.contain(`<a href="/api/guides/${name}">`);
  });

  for (const guide of all) {
    describe(guide.name, () => {
      const path = pathOf(guide.name);

      it('is a page with its title and a list of its sections', async () => {
        const { status, text, headers } = await served.get(path, asPage);
        expect([status, headers['content-type']]).to.deep.equal([200, 'text/html; charset=utf-8']);
        const [, title] = /^# (.+)$/m.exec(guide.markdown)!;
        expect(text).to.contain(`<h1>${title!}</h1>`).and.contain(`<title>${title!} · Architect</title>`);
        const outside = guide.markdown.replaceAll(/^```.*?^```$/gms, '');
        const sections = [...outside.matchAll(/^##+ .+$/gm)];
        expect(idsOf(text).filter((id, index, ids) => ids.indexOf(id) !== index)).to.deep.equal([]);
        const [contents] = /<nav class="contents".*?<\/nav>/s.exec(text)!;
        expect([...contents.matchAll(/<li/g)]).to.have.length(sections.length);
      });

      it('leads somewhere by each of its links, and to an anchor that exists', async () => {
        const { text } = await served.get(path, asPage);
        const links = [...text.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!);
        expect(links).to.include('/api/guides');
        const own = links.filter((href) => !/^https?:/.test(href));
        for (const href of new Set(own)) {
          expect(href, 'a link of this server').to.match(/^[/#]/);
          const [target = '', anchor] = href.split('#');
          const response = await served.get(target === '' ? path : target, asPage);
          expect(response.status, href).to.equal(200);
          if (anchor !== undefined) expect(idsOf(response.text), href).to.include(anchor);
        }
      });

      it('loads only from this server, without inline scripts', async () => {
        const { text, headers } = await served.get(path, asPage);
        expect(text).to.not.match(
          /<script(?![^>]*\bsrc=)|\son[a-z]+=|<(?:img|script|link)[^>]*(?:src|href)="(?!\/(?!\/))/i,
        );
        expect(headers['content-security-policy']).to.match(/^default-src 'self';/);
      });

      it('is Markdown at .md, whose links lead to Markdown', async () => {
        const { status, text, headers } = await served.get(`/api/guides/${guide.name}.md`, asPage);
        expect([status, headers['content-type']]).to.deep.equal([200, 'text/markdown; charset=utf-8']);
        const withoutLinks = (markdown: string) => markdown.replaceAll(/\[([^\][]*)\]\([^)\s]+\)/g, '$1');
        expect(withoutLinks(text)).to.equal(withoutLinks(readFileSync(join(docs, guide.file), 'utf8')));
        const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href]) => href!);
        const isOfGuide = (href: string): boolean => href.startsWith('/api/guides/');
        // The form is served at several paths, so what is not absolute is a place in it.
        expect(links.filter((href) => !/^(?:[a-z]+:|[#/])/.test(href))).to.deep.equal([]);
        if (guide.name === 'README') expect(links.filter(isOfGuide)).to.have.length.above(10);
        for (const href of links.filter(isOfGuide)) {
          const response = await served.get(new URL(href, 'http://localhost').pathname);
          expect([response.status, response.headers['content-type']], href).to.deep.equal([
            200,
            'text/markdown; charset=utf-8',
          ]);
        }
        expect((await served.get(path, { accept: 'text/markdown' })).text).to.equal(text);
      });

      for (const [form, accept] of [
        [path, asPage],
        [`/api/guides/${guide.name}.md`, {}],
      ] as const) {
        it(`${form} revalidates, and has HEAD`, async () => {
          const { headers, bytes } = await served.get(form, accept);
          expect(headers['cache-control']).to.equal('public, no-cache');
          const same = await served.get(form, { ...accept, 'if-none-match': String(headers.etag) });
          expect([same.status, same.text]).to.deep.equal([304, '']);
          const head = await served.send('HEAD', form, accept);
          expect([head.status, head.text, Number(head.headers['content-length'])]).to.deep.equal([
            200,
            '',
            bytes.length,
          ]);
        });
      }

      it('shows the address of the server, if it is known', async () => {
        const shown = (await elsewhere.get(path, asPage)).text;
        const blocks = [...shown.matchAll(/<pre.*?<\/pre>/gs)].join('\n');
        expect(blocks).not.to.contain('$BASE');
        const commands = guide.markdown.includes('"$BASE');
        expect(blocks.includes(`&#34;${publicUrl}/`)).to.equal(commands);
        if (guide.file.startsWith('guides/')) expect(withoutOwnServer(shown)).not.to.contain('localhost:');
        const markdown = (await elsewhere.get(`/api/guides/${guide.name}.md`)).text;
        expect(markdown).not.to.match(/\$BASE\b/);
        if (guide.file.startsWith('guides/')) expect(withoutOwnServer(markdown)).not.to.contain('localhost:');
        const plain = (await served.get(path, asPage)).text;
        expect(plain.includes('$BASE')).to.equal(guide.markdown.includes('$BASE'));
      });
    });
  }

  it('tell readers who run the server themselves its address, and the others where they read it', async () => {
    for (const [path, accept] of [
      ['/api/guides', asPage],
      ['/api/guides/README.md', {}],
    ] as const) {
      const { text } = await elsewhere.get(path, accept);
      expect(text).to.contain(`${ownServer}\nKEY=$(cat `).and.contain(`BASE=${publicUrl}\nKEY=ak_…`);
    }
  });

  it('do not promise a variable that their commands do not contain', async () => {
    for (const { name } of sources.guides) {
      const { text } = await elsewhere.get(pathOf(name), asPage);
      const blocks = [...text.matchAll(/<pre.*?<\/pre>/gs)].join('\n');
      if (blocks.includes('BASE')) continue;
      const sentences = text.split(/(?<=[.:>])\s/).filter((sentence) => sentence.includes('<code>BASE</code>'));
      for (const sentence of sentences) expect(sentence, name).to.match(/Where a command\s+contains/);
    }
  });

  it('are listed at the path of the README, too', async () => {
    const { status, headers } = await served.get('/api/guides/README', asPage);
    expect([status, headers.location]).to.deep.equal([301, '/api/guides']);
  });

  for (const name of ['no-such-guide', 'no-such-guide.md', 'tasks.md.md', 'Tasks', 'constructor', '..%2fsettings']) {
    it(`there is none at ${name}: a page for people, a problem for programs`, async () => {
      const page = await served.get(`/api/guides/${name}`, asPage);
      expect([page.status, page.headers['content-type'], page.headers['cache-control']]).to.deep.equal([
        404,
        'text/html; charset=utf-8',
        'no-store',
      ]);
      expect(page.text).to.contain('What there is at addresses like this: <a href="/api/guides">');
      const problem = await served.get(`/api/guides/${name}`, { accept: 'text/markdown' });
      expect([problem.status, problem.json()['code']]).to.deep.equal([404, 'not_found']);
    });
  }

  it('are offered as pages and as Markdown only', async () => {
    expect((await served.get('/api/guides/tasks', { accept: 'application/json' })).status).to.equal(406);
    expect((await served.get('/api/guides', { accept: 'image/png' })).status).to.equal(406);
  });

  it('link to the gate, which is served as a program', async () => {
    expect((await served.get('/api/guides/gate', asPage)).text).to.contain('<a href="/api/gate.mjs">');
    expect((await served.get('/api/guides/gate.md')).text).to.contain('](/api/gate.mjs)');
  });

  it('must not link to a file that is not listed', () => {
    const link = linksFrom(sources.contents, sources, ({ name }) => name);
    expect(() => link('../ARCHITECTURE.md')).to.throw(
      'docs/guides/README.md links to ../ARCHITECTURE.md, which docs/guides/README.md does not list',
    );
    expect(link('../../tests/README.md'), 'outside of docs/').to.equal(undefined);
    expect(link('../../generated/gate.mjs'), 'served elsewhere').to.equal('/api/gate.mjs');
    expect(link('tasks.md#find-it')).to.equal('tasks#find-it');
    expect(link('https://example.com/a.md')).to.equal('https://example.com/a.md');
  });
});
