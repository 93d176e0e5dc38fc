import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { makeCallsIn, violationsOf } from './workflow-rules.ts';

const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = globSync('.github/workflows/*.yml', { cwd: root }).sort();
const fileOf = (path: string): string => path.replace('.github/workflows/', '');

const sound = `
name: planted
on: { push: { branches: [main] } }
permissions: {}
concurrency: { group: planted }
jobs:
  one:
    name: one
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@v1
        with: { persist-credentials: false }
      - run: make check
`;

/** What a change of the sound workflow must be found as. */
const faults: readonly (readonly [what: string, from: string, to: string, found: string])[] = [
  ['default permissions', 'permissions: {}\n', '', 'planted.yml: permissions is not {}'],
  ['read permissions for all jobs', 'permissions: {}', 'permissions: read-all', 'planted.yml: permissions is not {}'],
  ['no group', 'concurrency: { group: planted }\n', '', 'planted.yml: has no concurrency group'],
  [
    'an event of strangers',
    'on: { push: { branches: [main] } }',
    'on: { pull_request_target: {} }',
    'planted.yml: runs on pull_request_target',
  ],
  ['a job without a name', '    name: one\n', '', 'planted.yml one: has no name'],
  ['no timeout', '    timeout-minutes: 5\n', '', 'planted.yml one: has no timeout-minutes'],
  ['a moving runner', 'ubuntu-24.04', 'ubuntu-latest', 'planted.yml one: does not run on a fixed version'],
  ['a job without permissions', '    permissions: { contents: read }\n', '', 'planted.yml one: has no permissions'],
  ['all permissions', '{ contents: read }', 'write-all', 'planted.yml one: has the permissions write-all'],
  ['a permission to write', 'contents: read', 'contents: write', 'planted.yml one: has contents: write'],
  [
    'a kept token',
    '        with: { persist-credentials: false }\n',
    '',
    'planted.yml one: leaves the token in the checkout: set persist-credentials: false',
  ],
  [
    'an expression in a script',
    'make check',
    'echo ${{ github.head_ref }}',
    'planted.yml one: has an expression in a script: pass it by env',
  ],
];

describe('the workflows', () => {
  it('give each job only the permissions that it needs, and bound its time', () => {
    expect(files).not.to.be.empty;
    expect(files.flatMap((file) => violationsOf(fileOf(file), textOf(file)))).to.deep.equal([]);
  });

  it('are judged by rules that pass a sound workflow', () => {
    expect(violationsOf('planted.yml', sound)).to.deep.equal([]);
  });

  for (const [what, from, to, found] of faults) {
    it(`are judged by rules that find ${what}`, () => {
      expect(sound).to.include(from);
      expect(violationsOf('planted.yml', sound.replace(from, to))).to.deep.equal([found]);
    });
  }

  it('use one version of each action', () => {
    const uses = files.flatMap((file) => [...textOf(file).matchAll(/uses: (?<action>[\w/-]+)@(?<version>.+)$/gm)]);
    const versions = new Map<string, Set<string>>();
    for (const { groups } of uses) {
      const { action, version } = groups as { action: string; version: string };
      versions.set(action, (versions.get(action) ?? new Set()).add(version));
    }
    expect(versions).to.include.keys('actions/checkout', 'actions/setup-node');
    expect([...versions].filter(([, all]) => all.size > 1).map(([action]) => action)).to.deep.equal([]);
  });

  it('call targets of the Makefile, with variables that these read', () => {
    const makefile = textOf('Makefile');
    const calls = files.flatMap((file) => makeCallsIn(textOf(file)));
    const unknown = calls.filter(({ target, variables }) => {
      const recipe = new RegExp(`^${target}:.*\\n(?:\\t.*\\n)*`, 'm').exec(makefile)?.[0];
      return recipe === undefined || variables.some((name) => !recipe.includes(`$(${name})`));
    });
    expect(calls.map(({ target }) => target)).to.include.members(['install', 'contract', 'test', 'test-production']);
    expect(unknown).to.deep.equal([]);
  });
});

describe('dependabot', () => {
  const { updates } = parse(textOf('.github/dependabot.yml')) as {
    updates: readonly { 'package-ecosystem': string; directory?: string; directories?: readonly string[] }[];
  };
  /** The files that pin versions, by ecosystem. */
  const patterns: Readonly<Record<string, string>> = {
    npm: 'package-lock.json',
    pip: 'tests/**/requirements.txt',
    'github-actions': '.github/workflows/*.yml',
    docker: 'deploy/Dockerfile*',
    'docker-compose': 'deploy/docker-compose*.yml',
  };

  it('watches every folder that pins versions', () => {
    const watched = updates.flatMap((one) =>
      (one.directories ?? [one.directory!]).map((folder) => `${one['package-ecosystem']} ${folder}`),
    );
    // Actions are watched at the root, wherever their workflows are.
    const folderOf = (ecosystem: string, file: string): string =>
      ecosystem === 'github-actions' || dirname(file) === '.' ? '/' : `/${dirname(file)}`;
    const pinned = Object.entries(patterns).flatMap(([ecosystem, pattern]) =>
      globSync(pattern, { cwd: root }).map((file) => `${ecosystem} ${folderOf(ecosystem, file)}`),
    );
    expect(pinned).to.include.members(['npm /', 'pip /tests/fuzz', 'github-actions /']);
    expect([...new Set(pinned)].filter((one) => !watched.includes(one))).to.deep.equal([]);
  });
});
