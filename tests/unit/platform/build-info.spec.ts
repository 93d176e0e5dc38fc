import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import packageJson from '../../../package.json' with { type: 'json' };
import { readBuildInfo, readCommit } from '../../../src/platform/build-info.ts';

const commit = '4d1f6b0c2a9e8d7c6b5a49382716f5e4d3c2b1a0';

describe('readCommit', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'architect-git-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const repositories: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a branch': { '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/heads/main': `${commit}\n` },
    'a commit without a branch': { '.git/HEAD': `${commit}\n` },
    'a branch that is packed': {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/packed-refs': `# pack-refs with: peeled\n${'0'.repeat(40)} refs/heads/old-main\n${commit} refs/heads/main\n`,
    },
    'a branch with slashes': { '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/heads/a/b': commit },
    'a work tree of its own': {
      '.git': 'gitdir: main/worktrees/one\n',
      'main/worktrees/one/HEAD': 'ref: refs/heads/one\n',
      'main/worktrees/one/commondir': '../..\n',
      'main/refs/heads/one': `${commit}\n`,
    },
  };
  for (const [what, files] of Object.entries(repositories)) {
    it(`reads ${what}`, () => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), text);
      }
      expect(readCommit(join(root, '.git'))).to.equal(commit);
    });
  }

  it('returns null where there is no repository, or no commit in it', () => {
    expect(readCommit(join(root, '.git'))).to.equal(null);
    mkdirSync(join(root, '.git'));
    for (const head of ['ref: refs/heads/main', 'ref: ../../etc/passwd', 'not a head', '']) {
      writeFileSync(join(root, '.git/HEAD'), head);
      expect(readCommit(join(root, '.git')), head).to.equal(null);
    }
  });
});

describe('readBuildInfo', () => {
  it('takes the commit that it is told, and the version of the package', () => {
    expect(readBuildInfo(commit)).to.deep.equal({ version: packageJson.version, commit });
  });
});
