import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { documentNames, readManifests, toManifest, versionsOf, type Manifest } from '../../sdk/manifest.ts';
import { readRows, replaceRows, toRow, type Outcomes } from '../../sdk/table.ts';

const root = join(import.meta.dirname, '../../..');

/** The folders, so that a row does not disappear together with its line in the table. */
const required = [
  'hey-api',
  'kubb',
  'oapi-codegen',
  'ogen',
  'openapi-generator-go',
  'openapi-generator-java',
  'openapi-generator-python',
  'openapi-generator-rust',
  'openapi-generator-typescript-fetch',
  'openapi-python-client',
  'openapi-typescript',
  'orval',
  'swagger-typescript-api',
];

/** The outcomes that a manifest expects. */
function expectedOutcomes({ documents }: Manifest): Outcomes {
  return new Map(
    [...documents].map(([document, expected]) => [
      document,
      { failedAt: expected === 'passes' ? undefined : expected.fails },
    ]),
  );
}

describe('the table of docs/SDKS.md', () => {
  const text = readFileSync(join(root, 'docs/SDKS.md'), 'utf8');
  const manifests = readManifests();
  const rows = readRows(text);

  it('has a row for every generator, and no other', () => {
    expect([...rows.keys()]).to.deep.equal(manifests.map(({ name }) => name));
    expect(manifests).not.to.be.empty;
  });

  for (const manifest of manifests) {
    it(`shows the pinned version and the outcome of ${manifest.name}`, () => {
      expect(rows.get(manifest.name)).to.equal(toRow(manifest, expectedOutcomes(manifest)));
    });

    it(`has a reason for each document that ${manifest.name} cannot use, and one that it can`, () => {
      const expected = [...manifest.documents.values()];
      expect([...manifest.documents.keys()]).to.have.members([...documentNames]);
      expect(expected[0]).to.equal('passes');
      for (const one of expected) if (one !== 'passes') expect(one.reason).to.match(/\w{3}/);
    });

    it(`has a flow of ${manifest.name}`, () => {
      const files = readdirSync(join(root, 'tests/sdk', manifest.name), { recursive: true });
      expect(files.map(String).filter((file) => /(^|\/)([Ff]low|main)\.\w+$/.test(file))).not.to.be.empty;
    });
  }

  it('has every generator of the list, and no other', () => {
    expect(manifests.map(({ name }) => name)).to.have.members(required);
  });
});

describe('replaceRows', () => {
  const yaml = (title: string): string =>
    [
      ...[`title: ${title}`, 'language: Go', 'quick: false', "packages: ['npm:orval']", 'tools: []', 'settings: none'],
      ...[
        'generate: a',
        'compile: b',
        'run: c',
        "documents: { '3.0': passes, '3.1': { fails: generate, reason: why } }",
      ],
    ].join('\n');
  const [one, two] = [toManifest('one', yaml('One')), toManifest('two', yaml('Two'))];
  const [version] = versionsOf(one);
  const outcomes = expectedOutcomes(one);
  const empty = 'before\n<!-- The table: written by `make sdk-matrix`. -->\n<!-- The end of the table. -->\nafter\n';

  it('writes the rows of the generators that ran and keeps the others', () => {
    const both = replaceRows(
      empty,
      [one, two],
      new Map([
        ['one', outcomes],
        ['two', outcomes],
      ]),
    );
    const later = replaceRows(both, [one, two], new Map([['two', new Map([['3.1', { failedAt: 'run' }]])]]));
    expect(later).to.equal(both);
    expect(readRows(both).get('one')).to.equal(
      `| [One](../tests/sdk/one) | ${version ?? ''} | Go | 3.0; not 3.1: fails to generate, why | none |`,
    );
    expect(both)
      .to.match(/^before\n/)
      .and.match(/\nafter\n$/);
  });

  it('removes the row of a generator that has no manifest', () => {
    const both = replaceRows(
      empty,
      [one, two],
      new Map([
        ['one', outcomes],
        ['two', outcomes],
      ]),
    );
    expect([...readRows(replaceRows(both, [two], new Map())).keys()]).to.deep.equal(['two']);
  });

  it('refuses a text without the markers', () => {
    expect(() => replaceRows('no table', [one], new Map())).to.throw('docs/SDKS.md lacks');
  });
});

describe('toManifest', () => {
  it('names the keys that are missing or unknown', () => {
    expect(() => toManifest('one', 'title: One\nextra: 1')).to.throw(/missing or unknown: language, .*extra$/);
  });
});
