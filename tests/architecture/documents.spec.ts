import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { anchorsOf, codeIn, linksIn, readProse } from './markdown.ts';

const documents = globSync(['*.md', '.github/**/*.md', '{docs,src,tests}/**/*.md']).sort();
/** Those that name commands, settings and metrics of an installation. */
const operatorDocuments = globSync(['README.md', '.github/SECURITY.md', 'docs/*.md', 'docs/adr/*.md']).sort();

/** Names in capitals that are no settings: variables of the commands in documents, of Make, of tools of others. */
const otherVariables = new Set([
  ...['PRIMARY_URL', 'NAME_FILE', 'V1_PORT', 'V2_PORT'],
  ...['GITHUB_STEP_SUMMARY', 'UNKNOWN_DEFAULT_OPEN_API', 'CREATED_AT_DESC'],
]);
/** Names that look like those of metrics: columns and settings of PostgreSQL, and a parameter of the contract. */
const otherMetrics = new Set(['max_connections', 'write_lag', 'flush_lag', 'replay_lag', 'include_total']);
/** Paths in documents that are created by their readers, or belong to examples. */
const otherPaths =
  /^(?:deploy\/(?:secrets|\.env|overlays\/mine)|openapi\/tasks\/snooze\.yaml|.*snoozeTask|src\/parser\.c)/;

/** Returns what `pattern` captures as `name` in the code of the documents, each with its document. */
function named(files: readonly string[], pattern: RegExp): (readonly [document: string, name: string])[] {
  return files.flatMap((file) =>
    codeIn(readProse(file)).flatMap((code) =>
      [...code.matchAll(pattern)].map(({ groups }) => [file, groups!['name']!] as const),
    ),
  );
}

function namesInFirstColumn(file: string): ReadonlySet<string> {
  return new Set(
    [...readFileSync(file, 'utf8').matchAll(/^\| `(?<name>\w+)` \|/gm)].map(({ groups }) => groups!['name']!),
  );
}

describe('the Markdown files', () => {
  it('link to files that exist, and to headings that are in them', () => {
    const links = documents.flatMap((document) =>
      linksIn(document, readProse(document)).map((link) => ({ document, ...link })),
    );
    const isDead = ({ file, anchor }: (typeof links)[number]): boolean =>
      !existsSync(file) || (anchor !== undefined && file.endsWith('.md') && !anchorsOf(readProse(file)).has(anchor));
    expect(links).to.have.length.above(200);
    expect(links.filter(isDead).map(({ document, href }) => `${document}: ${href}`)).to.deep.equal([]);
  });

  it('name files that exist', () => {
    const paths = named(
      documents,
      /^(?<name>(?:src|tests|docs|deploy|openapi|generated|\.github|\.semgrep)\/[\w./-]+)$/g,
    );
    expect(paths).to.have.length.above(50);
    expect(paths.filter(([, path]) => !otherPaths.test(path) && !existsSync(path))).to.deep.equal([]);
  });

  it('name targets of the Makefile', () => {
    const targets = new Set(readFileSync('Makefile', 'utf8').match(/^[a-z][a-z-]*(?=:)/gm));
    const called = named(documents, /\bmake (?<name>[a-z][a-z-]*)/g);
    expect(called).to.have.length.above(50);
    expect(called.filter(([, name]) => !targets.has(name))).to.deep.equal([]);
  });

  it('name commands of the command line', () => {
    const usage = readFileSync('src/main.ts', 'utf8');
    const called = named(operatorDocuments, /\bsrc\/main\.ts (?<name>[a-z][a-z-]*)/g);
    expect(called).to.have.length.above(5);
    expect(called.filter(([, name]) => !new RegExp(`help: '${name}\\b`).test(usage))).to.deep.equal([]);
  });

  it('name settings of docs/settings.md', () => {
    const settings = namesInFirstColumn('docs/settings.md');
    const found = named(operatorDocuments, /(?<![\w$./])(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w.…])/g);
    expect(found).to.have.length.above(100);
    expect(found.filter(([, name]) => !settings.has(name) && !otherVariables.has(name))).to.deep.equal([]);
  });

  it('name metrics of docs/MONITORING.md', () => {
    const monitoring = readFileSync('docs/MONITORING.md', 'utf8');
    const suffixes = 'total|seconds|bytes|up|depth|waiters|connections|lag|dead|ready|rows|workers|info|max';
    const found = named(
      operatorDocuments,
      new RegExp(String.raw`\b(?<name>[a-z]+(?:_[a-z0-9]+)*_(?:${suffixes}))\b`, 'g'),
    );
    expect(found).to.have.length.above(50);
    const isKnown = (name: string): boolean => otherMetrics.has(name) || monitoring.includes(`\`${name}\``);
    expect(found.filter(([, name]) => !isKnown(name))).to.deep.equal([]);
  });

  it('have anchors as GitHub forms them', () => {
    const prose = '# Who may read /metrics\n## 8. Open it\n## `backup` or `restore`\n## 8. Open it\n';
    expect([...anchorsOf(prose)]).to.deep.equal([
      'who-may-read-metrics',
      '8-open-it',
      'backup-or-restore',
      '8-open-it-1',
    ]);
  });
});
