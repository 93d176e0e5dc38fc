import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { notice } from './output.ts';

const root = join(import.meta.dirname, '../../..');
const entry = 'src/documents/compare/consumer.ts';

/**
 * Bundles the gate for consumers, with the packages that it uses, into one file. It is not minified, because consumers
 * read what they run in their builds. It states the licenses of this repository and of the packages.
 */
export async function gateFile(): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: 'generated/gate.mjs',
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    // The platform `node` would select the CommonJS variants of packages, which cannot be bundled into an ES module.
    platform: 'neutral',
    external: ['node:*'],
    target: 'node20',
    charset: 'utf8',
    legalComments: 'inline',
    tsconfigRaw: {},
    // In a linked node_modules, too, comments name files by their path in this repository.
    preserveSymlinks: true,
  });
  const code = outputFiles.map(({ text }) => text).join('');
  const packages = [...new Set(Object.keys(metafile.inputs).flatMap(packageOf))].sort();
  const licenses = await Promise.all([
    licenseComment('Architect', 'LICENSE'),
    ...packages.map((name) => licenseComment(name, `node_modules/${name}/LICENSE`)),
  ]);
  return `// ${notice} This is ${entry} with all that it imports.\n${licenses.join('')}\n${code}`;
}

/** `node_modules/@scope/name/index.js` -> `@scope/name`. */
function packageOf(file: string): string[] {
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  return name === undefined ? [] : [name];
}

async function licenseComment(name: string, file: string): Promise<string> {
  const text = await readFile(join(root, file), 'utf8');
  const lines = text.trimEnd().split(/\r?\n/);
  return `\n/*! ${name}\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
