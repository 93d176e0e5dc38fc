import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../support/end.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';
import { readManifests, versionsOf, type DocumentName, type Manifest } from './manifest.ts';
import { runRow, type Outcome, type Target } from './row.ts';
import { readRows, replaceRows } from './table.ts';
import { cache } from './tools.ts';

// `make sdk-matrix`: generates a client with every generator from a running server's documents, compiles it, and runs a
// flow with it. Then it rewrites the table of docs/SDKS.md. `make test` runs the quick rows with the document to take
// (--quick), `make test-all` the others (--slow).

const root = join(import.meta.dirname, '../..');
const docs = join(root, 'docs/SDKS.md');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, slow: { type: 'boolean', default: false } },
});

function choose(manifests: readonly Manifest[]): Manifest[] {
  const unknown = positionals.filter((name) => !manifests.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new Error(`no generator ${unknown.join(', ')}: there are ${manifests.map(({ name }) => name).join(', ')}`);
  return manifests.filter(({ name, isQuick }) => {
    if (options.quick || options.slow) return isQuick === options.quick;
    return positionals.length === 0 || positionals.includes(name);
  });
}

/** In `make test`, the document to take is enough. */
function documentsOf({ documents }: Manifest): DocumentName[] {
  return [...documents.keys()].slice(0, options.quick ? 1 : undefined);
}

/** As `make run`, but without rate limits. */
async function startServer(): Promise<{ server: ServerProcess; target: Target }> {
  const server = await prepareServer({ NODE_ENV: 'development' });
  await server.start();
  const read = async (query: string): Promise<string> =>
    (await fetch(`${server.url}/api/v2/openapi.json?chapters=false${query}`)).text();
  let count = 0;
  const target = {
    url: server.url,
    apiKey: await readDemoKey(server),
    documents: { '3.1': await read(''), '3.0': await read('&openapi=3.0') },
    nextProjectKey: () => `SDK${++count}`,
  };
  return { server, target };
}

/** Returns what is wrong with an outcome; undefined if it is as the manifest expects. */
function judge({ documents }: Manifest, document: DocumentName, { failedAt, failure }: Outcome): string | undefined {
  const expected = documents.get(document) ?? 'passes';
  if (expected === 'passes')
    return failedAt === undefined ? undefined : `${failedAt}: ${failure?.reason ?? ''}\n${failure?.output ?? ''}`;
  if (failedAt === undefined) return `passes, but its manifest expects that it fails to ${expected.fails}`;
  if (failedAt === expected.fails) return undefined;
  return `fails to ${failedAt}, but its manifest expects ${expected.fails}\n${failure?.output ?? ''}`;
}

const manifests = readManifests();
const chosen = choose(manifests);
const results = new Map<string, Map<DocumentName, Outcome>>();
const failures: string[] = [];
let passed = 0;
const { server, target } = await startServer();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    // `exit` ends the running command; its process group does not receive the signal.
    void server.remove().finally(() => process.exit(1));
  });
try {
  for (const manifest of chosen) {
    for (const document of documentsOf(manifest)) {
      const title = `${manifest.title} ${versionsOf(manifest).join(', ')}, ${document}`;
      const outcome = await runRow(target, manifest, document, (line) => console.log(`${title}: ${line}`));
      const fault = judge(manifest, document, outcome);
      const verdict = outcome.failedAt === undefined ? 'passes' : `fails to ${outcome.failedAt}`;
      console.log(
        `${title}: ${verdict}${fault === undefined ? '' : ' (not expected)'}, ${outcome.seconds.toFixed(1)} s`,
      );
      if (fault === undefined) passed += 1;
      else failures.push(`${title}: ${fault}`);
      if (fault !== undefined) continue;
      const row = results.get(manifest.name) ?? new Map<DocumentName, Outcome>();
      results.set(manifest.name, row.set(document, outcome));
    }
  }
} finally {
  await server.remove();
  await endAll();
}

for (const failure of failures) console.log(`\n--- ${failure}\n`);
if (!options.quick) {
  mkdirSync(cache, { recursive: true });
  const plain = Object.fromEntries([...results].map(([name, row]) => [name, Object.fromEntries(row)]));
  writeFileSync(join(cache, 'results.json'), `${JSON.stringify(plain, undefined, 2)}\n`);
  writeFileSync(docs, replaceRows(readFileSync(docs, 'utf8'), manifests, results));
  console.log([...readRows(readFileSync(docs, 'utf8')).values()].join('\n'));
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
