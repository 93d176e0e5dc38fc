import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { root } from '../../audit/program.ts';
import { ruleFiles, scan, type Finding } from '../../audit/semgrep.ts';
import { Folder } from '../../support/folder.ts';

const plants = globSync('.semgrep/*.ts', { cwd: root }).sort();

function rulesIn(file: string): readonly string[] {
  const { rules } = parse(readFileSync(join(root, '.semgrep', file), 'utf8')) as { rules: readonly { id: string }[] };
  return rules.map(({ id }) => id);
}

/** `.semgrep/injection.ts:12 sql-from-strings` for each line whose comment above it has the mark. */
function marked(mark: 'ruleid' | 'ok'): readonly string[] {
  return plants.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const rule = new RegExp(`// ${mark}: (?<rule>[a-z-]+)$`).exec(text)?.groups?.['rule'];
        return rule === undefined ? [] : [`${file}:${index + 2} ${rule}`];
      }),
  );
}

const textOf = ({ file, line, rule }: Finding): string => `${file}:${line} ${rule}`;

/** A credential of each kind, put together here so that no file contains one. */
const characters = 'Zk3vQ9sX7pLw2RtYb8NcJh5MfGd4KuEa1VoTi6HqZk3vQ9sX7pLw2RtYb8Nc';
const some = (length: number): string => characters.slice(0, length);
const secrets: readonly (readonly [what: string, text: string, rule: string])[] = [
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${some(60)}\n`, 'secret-private-key'],
  [
    'a key of AWS',
    `aws_key = AKIA${some(16)
      .toUpperCase()
      .replace(/[^A-Z]/g, 'Q')}`,
    'secret-of-a-service',
  ],
  ['a key of Google', `key: AIza${some(35)}`, 'secret-of-a-service'],
  ['a token of GitHub', `run: git clone ghp_${some(36)}`, 'secret-of-a-service'],
  ['a fine-grained token of GitHub', `github_pat_${some(60)}`, 'secret-of-a-service'],
  ['a token of npm', `//registry/:_auth npm_${some(36)}`, 'secret-of-a-service'],
  ['a token of Slack', `xoxb-123456789012-${some(24)}`, 'secret-of-a-service'],
  ['a key of Stripe', `sk_live_${some(24)}`, 'secret-of-a-service'],
  ['an API key of Architect', `curl -H "authorization: Bearer ak_${some(43)}"`, 'secret-of-architect'],
  [
    'a database URL with a password',
    `DATABASE_URL: postgres://architect:${some(16)}@db.prod.internal-company.io:5432/architect`,
    'secret-in-an-address',
  ],
  ['a secret key of an environment file', `SECRET_KEY=${some(40)}`, 'secret-in-an-assignment'],
  ['a password in JSON', `{ "smtp_password": "${some(24)}" }`, 'secret-in-an-assignment'],
  ['a token in a variable', `const metricsToken = '${some(24)}';`, 'secret-in-an-assignment'],
];
const harmless: readonly string[] = [
  'DATABASE_URL: postgres://architect:password@localhost:5432/architect',
  'SMTP_URL=smtps://mail:changeme@mail.example.com',
  'password: ${{ secrets.GITHUB_TOKEN }}',
  'SECRET_KEY: a-secret-of-32-bytes-or-more-here',
  'SECRET_KEY_FILE=/run/secrets/architect-secret-key',
  'authorization: Bearer ak_…',
  'const tokenPattern = /^ak_[A-Za-z0-9_-]{43}$/;',
  'sha256: 0f343b0931126a20f133d67c2b018a3b0f343b0931126a20f133d67c2b018a3b',
];

describe('the rules of Semgrep', function () {
  this.timeout(600_000);
  const folder = new Folder();

  it('find each planted fault of code, and nothing else in the planted files', async () => {
    const { findings } = await scan('code', plants);
    expect(findings.map(textOf).sort()).to.deep.equal(marked('ruleid').toSorted());
  });

  it('have a planted fault each, and a line that must not be found', () => {
    const rules = ruleFiles.code.flatMap(rulesIn);
    expect(rules).to.have.length.above(10);
    for (const mark of ['ruleid', 'ok'] as const) {
      const tested = new Set(marked(mark).map((line) => line.split(' ')[1]));
      expect(
        rules.filter((rule) => !tested.has(rule)),
        mark,
      ).to.deep.equal([]);
    }
  });

  describe('for secrets', () => {
    beforeEach(() => folder.open());
    afterEach(() => folder.close());

    it('find a secret of each kind', async () => {
      for (const [index, [, text]] of secrets.entries())
        await writeFile(join(folder.tree, `${String(index).padStart(2, '0')}.txt`), `${text}\n`);
      const { findings } = await scan('secrets', ['.'], folder.tree);
      const found = new Map(findings.map(({ file, rule }) => [Number(/(\d+)\.txt$/.exec(file)?.[1]), rule]));
      expect(secrets.map(([what], index) => [what, found.get(index)])).to.deep.equal(
        secrets.map(([what, , rule]) => [what, rule]),
      );
      expect(new Set(secrets.map(([, , rule]) => rule))).to.deep.equal(new Set(ruleFiles.secrets.flatMap(rulesIn)));
    });

    it('pass what only looks like one', async () => {
      await writeFile(join(folder.tree, 'harmless.txt'), harmless.join('\n'));
      const { findings, files } = await scan('secrets', ['.'], folder.tree);
      expect(files).to.equal(1);
      expect(findings.map(({ line, rule }) => [harmless[line - 1], rule])).to.deep.equal([]);
    });
  });
});
