import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readExcuses, type Excuse } from './excuses.ts';
import { judgeDocument, type Verdict } from './gate.ts';
import { isJson, type Json } from '../reader/json.ts';
import { isBelow, versionTextOf } from './version.ts';

// The command behind `make contract` and `make release-contract`, and what a consumer's repository runs on two
// documents of its choice: `node main.ts [--excused file.yaml] <built with> <served>`, each a file or a URL.

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'openapi/released');
const excusedFile = join(folder, 'excused.yaml');
const noExcuses = `# Breaking changes that are borne for a while. Each entry names the document, the kind and the pointer as
# \`make contract\` prints them, the reason, and the last day on which it holds; an entry that has run out or
# excuses nothing fails the gate.
#   - { document: v2, kind: parameter-removed, pointer: '#/paths/…', reason: …, until: 2027-01-31 }
[]
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { release: { type: 'boolean', default: false }, excused: { type: 'string' } },
});
const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);

try {
  const isPassed = values.release ? await release() : await compare();
  if (!isPassed) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function compare(): Promise<boolean> {
  const [before, after] = positionals;
  if (before === undefined || after === undefined) return say(await judgeOwn());
  const comparison = { name: 'document', released: await read(before), current: await read(after) };
  const excuses = values.excused === undefined ? [] : await excusesOf(values.excused);
  return say([judgeDocument(comparison, excuses, today)]);
}

async function judgeOwn(): Promise<Verdict[]> {
  const excuses = await excusesOf(excusedFile);
  const strangers = excuses.filter(({ document }) => document !== 'v1' && document !== 'v2');
  if (strangers.length > 0) throw new Error(`there is no document ${strangers.map((it) => it.document).join(', ')}`);
  return Promise.all(
    ['v1', 'v2'].map(async (name) => {
      const released = await read(join(folder, `${name}.json`));
      const current = await read(join(root, 'generated', name, 'openapi.json'));
      return judgeDocument({ name, released, current }, excuses, today);
    }),
  );
}

function say(verdicts: readonly Verdict[]): boolean {
  for (const { lines } of verdicts) console.log(lines.join('\n'));
  return verdicts.every(({ isPassed }) => isPassed);
}

/** Takes the bundles as released, once their versions say what has changed. */
async function release(): Promise<boolean> {
  const isFirst = !(await isThere(join(folder, 'v1.json'))) && !(await isThere(join(folder, 'v2.json')));
  const verdicts = isFirst ? [] : await judgeOwn();
  if (!say(verdicts)) return false;
  const bundles = await Promise.all(
    ['v1', 'v2'].map(
      async (name) => [name, await readFile(join(root, 'generated', name, 'openapi.json'), 'utf8')] as const,
    ),
  );
  const late = bundles.flatMap(([name, text], index) => {
    const least = verdicts[index]?.least;
    const document = JSON.parse(text) as Json;
    return least !== undefined && isBelow(document, least)
      ? [`openapi/${name}.yaml says info.version ${versionTextOf(document)}: this release is ${least} at least`]
      : [];
  });
  for (const line of late) console.error(line);
  if (late.length > 0) return false;
  for (const [name, text] of bundles) await writeFile(join(folder, `${name}.json`), text);
  // Measured from here, nothing is left to excuse.
  await writeFile(excusedFile, noExcuses);
  console.log(
    `released ${bundles.map(([name, text]) => `${name} ${versionTextOf(JSON.parse(text) as Json)}`).join(', ')}`,
  );
  return true;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function excusesOf(file: string): Promise<Excuse[]> {
  return readExcuses(await parsed(file, await readFile(file, 'utf8')));
}

async function read(source: string): Promise<Json> {
  const document = await parsed(source, await textOf(source));
  if (!isJson(document) || typeof document['openapi'] !== 'string') throw new Error(`${source} is no OpenAPI document`);
  return document;
}

async function textOf(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.text();
}

/** Loads the YAML parser only where there is YAML, so that two JSON documents need no package at all. */
async function parsed(source: string, text: string): Promise<unknown> {
  if (!/\.ya?ml$/.test(source)) return JSON.parse(text) as unknown;
  const { parse } = await import('yaml');
  return parse(text) as unknown;
}
