import { expect } from 'chai';
import { notesOf, releasedVersion } from '../../../../src/documents/release/notes.ts';

const changelog =
  '# Changelog\n\nIntroduction.\n\n## 2.1.0 (2026-12-01)\n\n### Added\n\n- b\n\n## 2.0.0 (2026-11-23)\n\n- a\n';
const documentOf = (version: string, paths: object = {}): string => JSON.stringify({ info: { version }, paths });

describe('the notes of a release', () => {
  it('are the first section of the changelog', () => {
    expect(notesOf(changelog, '2.1.0')).to.equal('### Added\n\n- b\n');
  });

  for (const version of ['2.0.0', '2.1', '2.1.01', '2.2.0']) {
    it(`are refused for ${version}, which is not the first section`, () => {
      expect(() => notesOf(changelog, version)).to.throw(
        `CHANGELOG.md does not begin with ${version}: run make changelog and commit`,
      );
    });
  }
});

describe('the version of a release', () => {
  const v1 = { name: 'v1', current: documentOf('1.9.0'), released: documentOf('1.9.0') };

  it('is that of the last document, if both are released', () => {
    const v2 = { name: 'v2', current: documentOf('2.1.0'), released: documentOf('2.1.0') };
    expect(releasedVersion([v1, v2])).to.equal('2.1.0');
  });

  for (const [what, current] of [
    ['its version', documentOf('2.2.0')],
    ['a path', documentOf('2.1.0', { '/planted': {} })],
  ] as const) {
    it(`is refused while a document differs from the release in ${what}`, () => {
      const v2 = { name: 'v2', current, released: documentOf('2.1.0') };
      expect(() => releasedVersion([v1, v2])).to.throw('has changes that are not released: run make release-contract');
    });
  }
});
