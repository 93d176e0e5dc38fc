import { expect } from 'chai';
import { readGuideSources } from '../../src/http/site/guides/guides.ts';
import { documents } from '../support/contract/document.ts';
import { operationsOf } from '../support/guides/calls.ts';
import { readChapters } from '../support/guides/guide.ts';

// The prose of the documents. The stage `guides` runs its commands.

interface Described {
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

describe('the chapters of the documents', () => {
  const chapters = readChapters();
  const described = Object.values(documents) as unknown as Described[];
  const texts = described.flatMap(({ info, tags }) => [
    info.description,
    ...tags.map(({ description }) => description),
  ]);

  // The introduction of v1 leads to v2.
  for (const chapter of chapters.filter(({ name }) => name !== 'v1, introduction')) {
    it(`${chapter.name} has a request with its response, of an operation of the contract`, () => {
      const { known, unknown } = operationsOf(chapter);
      const isPage = (path: string): boolean => path === '/api/changelog';
      expect(unknown.filter(({ path }) => !isPage(path))).to.deep.equal([]);
      expect(known.length + unknown.length).to.be.above(0);
      expect(chapter.steps.filter(({ shown }) => shown === undefined)).to.deep.equal([]);
    });
  }

  it('are in the documents, under a heading of the first level each', () => {
    for (const { markdown } of chapters)
      expect(texts.filter((text) => text.includes(markdown.trim()))).to.have.length(1);
  });

  it('name only operations and guides that exist', () => {
    const ids = new Set(
      Object.values(documents).flatMap(({ paths }) =>
        Object.values(paths).flatMap((item) =>
          Object.values(item).flatMap((member) => ('operationId' in member ? [member.operationId] : [])),
        ),
      ),
    );
    const named = texts.flatMap((text) => [...text.matchAll(/`(?<id>[a-z]+(?:[A-Z][a-z0-9]*)+)`/g)]);
    expect(named).to.have.length.above(10);
    expect(named.map(({ groups }) => groups!['id']!).filter((id) => !ids.has(id))).to.deep.equal([]);
    const guides = texts.flatMap((text) => [...text.matchAll(/\]\(\/api\/guides\/(?<name>[\w-]+)\)/g)]);
    expect(guides).to.have.length.above(20);
    const served = readGuideSources().guides.map(({ name }) => name);
    const missing = guides.filter(({ groups }) => !served.includes(groups!['name']!));
    expect(missing.map(([link]) => link)).to.deep.equal([]);
  });
});
