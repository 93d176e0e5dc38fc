import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areValidatorsFresh } from './freshness.ts';
import { staleFiles, writeFiles } from './output.ts';

// The command behind `make generate`. Its heavy parts are imported only when there is something to do, because
// `make run` and `make test` ask each time whether the validators are fresh.

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    'validators-if-stale': { type: 'boolean', default: false },
  },
});
const folder = join(root, 'generated');

try {
  if (values['validators-if-stale']) await refreshValidators();
  else await generateAll(values.check);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function refreshValidators(): Promise<void> {
  if (await areValidatorsFresh(folder)) return;
  const { generateValidators } = await import('./generate.ts');
  await writeFiles(folder, { 'validators.cjs': await generateValidators(folder) });
}

async function generateAll(isCheck: boolean): Promise<void> {
  const { generate } = await import('./generate.ts');
  const { committed, docs, validators } = await generate(join(root, 'openapi'));
  const handle = isCheck ? staleFiles : writeFiles;
  const names = [
    ...(await handle(folder, isCheck ? committed : { ...committed, 'validators.cjs': validators })).map(
      (name) => `generated/${name}`,
    ),
    ...(await handle(join(root, 'docs'), docs)).map((name) => `docs/${name}`),
  ];
  if (!isCheck) {
    for (const name of names) console.log(`wrote ${name}`);
  } else if (names.length > 0) {
    console.error(`not what openapi/ says: ${names.join(', ')}\nrun: make generate`);
    process.exitCode = 1;
  }
}
