import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import plugin from '../../../../src/documents/lint/plugin.ts';
import { fixture } from '../generate/generated.ts';
import { builtin, plants } from './lint-plants.ts';

const root = join(import.meta.dirname, '../../../..');

interface Finding {
  readonly ruleId: string;
  readonly message: string;
}

/** Lints the documents in one run of Redocly; findings by document. */
async function lint(documents: readonly string[], configuration: string): Promise<Map<string, Finding[]>> {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const args = [cli, 'lint', ...documents, '--config', configuration, '--format=json', '--max-problems=500'];
  const environment = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { env: environment, maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
  // One JSON text per document, in order, with nothing between them.
  const reports = output.split(/(?<=^\})(?=\{)/m).map((text) => JSON.parse(text) as { problems: Finding[] });
  expect(reports).to.have.length(documents.length);
  return new Map(documents.map((document, index) => [document, reports[index]?.problems ?? []]));
}

describe('the lint rules', function () {
  this.timeout(120_000);
  let folder: string;
  let findings: Map<string, Finding[]>;
  const cases = Object.entries({ ...plants, ...builtin }).flatMap(([rule, violations]) =>
    violations.map((plant, index) => ({
      plant,
      name: `${rule}-${index + 1}`,
      rule: rule in plants ? `architect/${rule}` : rule,
    })),
  );
  const rootOf = (name: string, document = 'v2') => join(folder, name, `${document}.yaml`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'architect-lint-'));
    await cp(fixture, join(folder, 'clean'), { recursive: true });
    for (const { name, plant } of cases) {
      await cp(fixture, join(folder, name), { recursive: true });
      const file = join(folder, name, plant.file);
      const text = await readFile(file, 'utf8');
      expect(text, `${name}: the text to replace`).to.contain(plant.from);
      await writeFile(
        file,
        text.replace(plant.from, () => plant.to),
      );
      if (plant.extra === undefined) continue;
      await mkdir(dirname(join(folder, name, plant.extra[0])), { recursive: true });
      await writeFile(join(folder, name, plant.extra[0]), plant.extra[1]);
    }
    findings = await lint(
      [rootOf('clean', 'v1'), rootOf('clean', 'v2'), ...cases.map(({ name, plant }) => rootOf(name, plant.document))],
      join(root, 'redocly.yaml'),
    );
  });
  after(async () => await rm(folder, { recursive: true }));

  it('report nothing in a document without violations', () => {
    expect(findings.get(rootOf('clean', 'v1'))).to.deep.equal([]);
    expect(findings.get(rootOf('clean', 'v2'))).to.deep.equal([]);
  });

  it('of Redocly report nothing in docs/openapi.yaml, which is OpenAPI 3.0', async () => {
    const configuration = join(folder, 'redocly.yaml');
    // Redocly's validator lets a reference beside `nullable` refuse null. tests/unit/documents/downgrade-null.spec.ts
    // tests that a value is valid in 3.0 exactly if it is in 3.1, whose examples Redocly validates.
    // SDKs of Sentry send to paths that end with a slash: for the source, .redocly.lint-ignore.yaml names these two.
    const rules = 'no-invalid-schema-examples: error, no-invalid-media-type-examples: off, no-path-trailing-slash: off';
    await writeFile(configuration, `extends: [recommended-strict]\nrules: { ${rules} }\n`);
    const document = join(root, 'docs/openapi.yaml');
    expect((await lint([document], configuration)).get(document)).to.deep.equal([]);
  });

  it('are all tested here and all enabled', async () => {
    const all = Object.keys(plugin().rules.oas3);
    expect(Object.keys(plants)).to.have.members(all);
    const configuration = parse(await readFile(join(root, 'redocly.yaml'), 'utf8')) as { rules: object };
    expect(Object.keys(configuration.rules)).to.include.members(all.map((rule) => `architect/${rule}`));
  });

  for (const { name, plant, rule } of cases) {
    it(`${rule} reports ${JSON.stringify(plant.to === '' ? plant.from : plant.to)} in ${plant.file}`, () => {
      const found = findings.get(rootOf(name, plant.document)) ?? [];
      expect(found.map(({ ruleId }) => ruleId)).to.include(rule);
    });
  }
});
