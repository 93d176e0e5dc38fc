import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { clientManifest } from './manifest.ts';

// The command behind `make client`: compiles src/client and packs it with npm. Prints the path of the package.

const usage = `Packs src/client into an npm package.

  --to FOLDER   where to write the package; .data/client by default
  --help        print this text`;
const options = {
  help: { type: 'boolean', short: 'h', default: false },
  to: { type: 'string', default: '.data/client' },
} as const;

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

try {
  const { values } = parseArgs({ options });
  process.stdout.write(values.help ? `${usage}\n` : `${await packClient(values.to)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function packClient(target: string): Promise<string> {
  const folder = resolve(root, target);
  const staging = join(folder, 'package');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  // The compiler writes its errors to standard output.
  await run('tsc', ['-p', join(root, 'src/client'), '--outDir', join(staging, 'dist')]).catch((error: unknown) => {
    const { stdout } = error as { readonly stdout?: string };
    throw new Error(`src/client does not compile:\n${stdout ?? ''}`, { cause: error });
  });
  const manifest = clientManifest(await contractVersion(), await readJson('package.json'));
  await writeFile(join(staging, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await cp(join(root, 'src/client/README.md'), join(staging, 'README.md'));
  await cp(join(root, 'LICENSE'), join(staging, 'LICENSE'));
  const { stdout } = await run('npm', ['pack', staging, '--pack-destination', folder, '--silent']);
  await rm(staging, { recursive: true });
  return join(target, stdout.trim());
}

async function contractVersion(): Promise<string> {
  const { info } = await readJson<{ readonly info: { readonly version: string } }>('generated/v2/openapi.json');
  return info.version;
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(join(root, file), 'utf8')) as T;
}
