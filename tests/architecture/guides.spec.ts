import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { documentedOperations } from '../support/contract/document.ts';
import { operationsOf } from '../support/guides/calls.ts';
import { guidesFolder, readGuides, readStart } from '../support/guides/guide.ts';

// Whoever adds an operation shows in docs/guides what it is for; the stage `guides` runs what they wrote.

/** Operations that no guide need show, each with the reason. None so far. */
const untold: Readonly<Record<string, string>> = {};

/** Guides beside those of the tags. */
const parts: Readonly<Record<string, string>> = { dependencies: 'tasks', search: 'tasks', exports: 'imports' };

describe('the guides', () => {
  const guides = readGuides();
  const current = documentedOperations.filter(({ version }) => version === 'v2');
  const tags = [...new Set(current.flatMap(({ written }) => written.tags))];
  const told = new Map(guides.map((guide) => [guide.name, operationsOf(guide)]));

  it('are one per tag', () => {
    expect(guides.map(({ name }) => name).sort()).to.deep.equal([...tags, ...Object.keys(parts)].sort());
  });

  it('call what the contract has, and nothing else', () => {
    const pages = ['/api', '/metrics', '/api/v2/openapi.json', '/api/problems/task_blocked'];
    // A path without a version is served as v2's.
    const isKnown = (path: string): boolean => pages.includes(path) || path === '/api/projects';
    const strays = guides.flatMap(({ name }) =>
      (told.get(name)?.unknown ?? []).filter(({ path }) => !isKnown(path)).map((call) => ({ name, ...call })),
    );
    expect(strays).to.deep.equal([]);
  });

  it('show every operation of the current version', () => {
    const shown = new Set([...told.values()].flatMap(({ known }) => known.map(({ id }) => id)));
    const missing = current.filter(({ id }) => !shown.has(id) && untold[id] === undefined);
    expect(missing.map(({ id, written }) => `${id} (${String(written.tags[0])})`)).to.deep.equal([]);
    expect(Object.keys(untold).filter((id) => shown.has(id))).to.deep.equal([]);
  });

  for (const { name } of guides) {
    it(`${name} shows what its tag is for`, () => {
      const tag = parts[name] ?? name;
      const own = current.filter(({ written }) => written.tags[0] === tag);
      const shown = new Set((told.get(name)?.known ?? []).map(({ id }) => id));
      const count = own.filter(({ id }) => shown.has(id)).length;
      // The operations of a tag are told in one place, but for what needs another's to make sense.
      const least = name in parts ? 3 : Math.ceil(own.length * 0.6);
      expect(count, `of ${own.map(({ id }) => id).join(', ')}`).to.be.at.least(least);
    });
  }

  it('are short: one sitting each', () => {
    const lengths = guides.map(({ name, markdown }) => [name, markdown.trimEnd().split('\n').length] as const);
    expect(lengths.filter(([, lines]) => lines < 50 || lines > 200)).to.deep.equal([]);
  });

  it('stand in the table of contents, in its order of reading, and nothing else does', () => {
    const linked = [...readStart().markdown.matchAll(/^\| \[(?<name>[\w-]+)\]\((?<file>[\w.-]+)\)/gm)];
    expect(linked.map(({ groups }) => groups?.['file']).sort()).to.deep.equal(
      readdirSync(guidesFolder)
        .filter((file) => file !== 'README.md')
        .sort(),
    );
    expect(linked.filter(({ groups }) => `${groups?.['name'] ?? ''}.md` !== groups?.['file'])).to.deep.equal([]);
  });
});
