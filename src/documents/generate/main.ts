import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areValidatorsFresh } from './freshness.ts';
import { removeSurplus, staleFiles, surplusFiles, writeFiles } from './output.ts';

// The command behind `make generate`. Its heavy modules are imported only if there is something to do, because `make
// run` and `make test` check on every call whether the validators are fresh.

const root = join(import.meta.dirname, '../../..');
const usage = `Generates generated/ and docs/ from openapi/.

  --check                 write nothing, and fail if a file is not up to date
  --validators-if-stale   write only generated/validators.cjs, and only if it is stale
  --help                  print this text`;
const options = {
  help: { type: 'boolean', short: 'h', default: false },
  check: { type: 'boolean', default: false },
  'validators-if-stale': { type: 'boolean', default: false },
} as const;
const folder = join(root, 'generated');

try {
  const { values } = parseArgs({ options });
  if (values.help) console.log(usage);
  else if (values['validators-if-stale']) await refreshValidators();
  else await generateAll(values.check);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function refreshValidators(): Promise<void> {
  if (await areValidatorsFresh(folder)) return;
  const { generateValidators } = await import('./validators.ts');
  await writeFiles(folder, { 'validators.cjs': await generateValidators(folder) });
}

async function generateAll(isCheck: boolean): Promise<void> {
  const { generate } = await import('./generate.ts');
  const { committed, docs, validators } = await generate(join(root, 'openapi'));
  const names = [...Object.keys(committed), 'validators.cjs'];
  if (isCheck) {
    const made = { ...committed, 'validators.cjs': validators };
    const stale = [...(await staleFiles(folder, made)), ...(await surplusFiles(folder, names))];
    report(stale, await staleFiles(join(root, 'docs'), docs));
    return;
  }
  const written = await writeFiles(folder, { ...committed, 'validators.cjs': validators });
  for (const name of written) console.log(`wrote generated/${name}`);
  for (const name of await removeSurplus(folder, names)) console.log(`removed generated/${name}`);
  for (const name of await writeFiles(join(root, 'docs'), docs)) console.log(`wrote docs/${name}`);
}

function report(generated: readonly string[], docs: readonly string[]): void {
  const names = [...generated.map((name) => `generated/${name}`), ...docs.map((name) => `docs/${name}`)];
  if (names.length === 0) return;
  console.error(`not up to date: ${names.join(', ')}\nrun: make generate`);
  process.exitCode = 1;
}
