import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { linksFrom, readGuideSources } from '../../src/http/site/guides/guides.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { operationsOf } from '../support/guides/calls.ts';
import { guidesFolder, readGuides, readStart } from '../support/guides/guide.ts';

// Every operation must be shown in a guide in docs/guides. The stage `guides` runs the commands of the guides.

/** Operations that no guide must show, each with the reason. None so far. */
const exempt: Readonly<Record<string, string>> = {};

/** Additional guides -> the tag to which they belong. */
const parts: Readonly<Record<string, string>> = { dependencies: 'tasks', search: 'tasks', exports: 'imports' };

describe('the guides', () => {
  const guides = readGuides();
  const current = documentedOperations.filter(({ version }) => version === 'v2');
  const tags = [...new Set(current.flatMap(({ written }) => written.tags))];
  const callsByGuide = new Map(guides.map((guide) => [guide.name, operationsOf(guide)]));

  it('exist once per tag', () => {
    expect(guides.map(({ name }) => name).sort()).to.deep.equal([...tags, ...Object.keys(parts)].sort());
  });

  it('link to served documents only, as do the other documents that are served with them', () => {
    const sources = readGuideSources();
    for (const source of [sources.contents, ...sources.guides]) {
      const linkOf = linksFrom(source, sources, ({ name }) => name);
      for (const [, href] of source.markdown.matchAll(/\]\(([^)\s]+\.md(?:#[^)\s]*)?)\)/g))
        expect(() => linkOf(href!), `${source.file}: ${href}`).not.to.throw();
    }
  });

  it('call only operations of the contract', () => {
    const pages = [
      '/api',
      '/metrics',
      '/api/v2/openapi.json',
      '/api/problems/task_blocked',
      '/api/changelog',
      '/api/status',
    ];
    // A path without a version is served as v2's.
    const isKnown = (path: string): boolean => pages.includes(path) || path === '/api/projects';
    const strays = guides.flatMap(({ name }) =>
      (callsByGuide.get(name)?.unknown ?? []).filter(({ path }) => !isKnown(path)).map((call) => ({ name, ...call })),
    );
    expect(strays).to.deep.equal([]);
  });

  it('show every operation of the current version', () => {
    const shown = new Set([...callsByGuide.values()].flatMap(({ known }) => known.map(({ id }) => id)));
    const missing = current.filter(({ id }) => !shown.has(id) && exempt[id] === undefined);
    expect(missing.map(({ id, written }) => `${id} (${String(written.tags[0])})`)).to.deep.equal([]);
    expect(Object.keys(exempt).filter((id) => shown.has(id))).to.deep.equal([]);
  });

  for (const { name } of guides) {
    it(`${name} shows most operations of its tag`, () => {
      const tag = parts[name] ?? name;
      const own = current.filter(({ written }) => written.tags[0] === tag);
      const shown = new Set((callsByGuide.get(name)?.known ?? []).map(({ id }) => id));
      const count = own.filter(({ id }) => shown.has(id)).length;
      // An operation may be shown in another tag's guide if it makes sense only there.
      const least = name in parts ? 3 : Math.ceil(own.length * 0.6);
      expect(count, `of ${own.map(({ id }) => id).join(', ')}`).to.be.at.least(least);
    });
  }

  it('have 50 to 200 lines', () => {
    const lengths = guides.map(({ name, markdown }) => [name, markdown.trimEnd().split('\n').length] as const);
    expect(lengths.filter(([, lines]) => lines < 50 || lines > 200)).to.deep.equal([]);
  });

  it('are all listed in the table of contents, which lists nothing else', () => {
    const linked = [...readStart().markdown.matchAll(/^\| \[(?<name>[\w-]+)\]\((?<file>[\w.-]+)\)/gm)];
    expect(linked.map(({ groups }) => groups?.['file']).sort()).to.deep.equal(
      readdirSync(guidesFolder)
        .filter((file) => file !== 'README.md')
        .sort(),
    );
    expect(linked.filter(({ groups }) => `${groups?.['name'] ?? ''}.md` !== groups?.['file'])).to.deep.equal([]);
  });
});
