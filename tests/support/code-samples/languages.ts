import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackage } from '../client/installed-package.ts';
import type { SampleFile } from './sample-files.ts';

// Runs samples one after the other, in one process per language. The runners take the names and environments of all
// samples as JSON, and print a line for each sample that failed.

const root = join(import.meta.dirname, '../../..');
const WITHIN_MS = 240_000;

interface Program {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the error says if the program is missing. */
  readonly ifMissing?: string;
}

/**
 * @returns what the program prints, errors included
 * @throws Error if it cannot be started
 */
async function run({ command: [file, ...args], cwd, input = '', env = {}, ifMissing }: Program): Promise<string> {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, timeout: WITHIN_MS });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stdin.on('error', () => undefined).end(input);
  const closed = once(child, 'close').catch((error: unknown) => {
    throw new Error(ifMissing ?? `${file} cannot be started`, { cause: error });
  });
  const [code] = (await closed) as [number | null];
  return code === 0 ? printed : `${printed}\n${file} ended with ${code ?? 'a signal'}`;
}

/** Sample -> the error that it ended with. */
type Failures = ReadonlyMap<string, string>;
type Runner = (samples: readonly SampleFile[], folder: string) => Promise<Failures>;

async function writeAll(samples: readonly SampleFile[], folder: string, ending: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, source } of samples) await writeFile(join(folder, `${name}.${ending}`), source);
}

function envsOf(samples: readonly SampleFile[]): string {
  return JSON.stringify(samples.map(({ name, env }) => [name, env]));
}

/** Reads the lines `failed <name> <error as JSON>`. A runner that did not come to its end fails for every sample. */
function failuresIn(printed: string, samples: readonly SampleFile[]): Failures {
  if (!/^done$/m.test(printed)) return new Map(samples.map(({ name }) => [name, printed.slice(-4000)]));
  return new Map([...printed.matchAll(/^failed (\S+) (.*)$/gm)].map(([, name = '', text = '']) => [name, text]));
}

const runCurl: Runner = async (samples, folder) => {
  await writeAll(samples, folder, 'sh');
  const failures = new Map<string, string>();
  for (const { name, env } of samples) {
    const printed = await run({ command: ['bash', '-eu', `${name}.sh`], cwd: folder, env });
    if (printed.includes('bash ended with')) failures.set(name, printed);
  }
  return failures;
};

const nodeRunner = `
import { readFileSync } from 'node:fs';
for (const [name, env] of JSON.parse(readFileSync(0, 'utf8'))) {
  Object.assign(process.env, env);
  try {
    await import('./' + name + '.ts');
  } catch (error) {
    console.log('failed ' + name + ' ' + JSON.stringify(String(error?.stack ?? error)));
  }
}
console.log('done');
`;

const runTypescript: Runner = async (samples) => {
  const { folder } = await installPackage();
  await writeAll(samples, folder, 'ts');
  await writeFile(join(folder, 'run-samples.mjs'), nodeRunner);
  const printed = await run({ command: [process.execPath, 'run-samples.mjs'], cwd: folder, input: envsOf(samples) });
  return failuresIn(printed, samples);
};

const pythonRunner = `
import json, os, runpy, sys
for name, env in json.load(sys.stdin):
    os.environ.update(env)
    try:
        runpy.run_path(name + ".py")
    except Exception as error:
        print("failed", name, json.dumps(repr(error)), flush=True)
print("done")
`;

const runPython: Runner = async (samples, folder) => {
  await writeAll(samples, folder, 'py');
  await writeFile(join(folder, 'run_samples.py'), pythonRunner);
  // Schemathesis brings the package requests.
  const python = join(root, '.venv/bin/python');
  const command = [python, 'run_samples.py'] as const;
  const ifMissing = 'Python with the package requests is missing: run `make venv`';
  return failuresIn(await run({ command, cwd: folder, input: envsOf(samples), ifMissing }), samples);
};

/** All samples as functions of one program, because linking a program for each takes minutes. */
const runGo: Runner = async (samples, folder) => {
  const functions = samples.map(({ name, ...sample }) => ({
    name,
    ...sample,
    source: sample.source.replace('func main() {', `func ${name}() {`),
  }));
  await writeAll(functions, folder, 'go');
  const calls = samples.map(({ name }) => `\t"${name}": ${name},\n`).join('');
  await writeFile(join(folder, 'go.mod'), 'module samples\n\ngo 1.24\n');
  await writeFile(
    join(folder, 'main.go'),
    `package main

import "os"

var samples = map[string]func(){
${calls}}

func main() { samples[os.Args[1]]() }
`,
  );
  const built = await run({ command: ['go', 'build', '-o', 'samples', '.'], cwd: folder });
  if (built !== '') return new Map(samples.map(({ name }) => [name, built]));
  const failures = new Map<string, string>();
  for (const { name, env } of samples) {
    const printed = await run({ command: ['./samples', name], cwd: folder, env });
    if (printed.includes('./samples ended with')) failures.set(name, printed);
  }
  return failures;
};

/** By the label of the sample. */
export const runners: Readonly<Record<string, Runner>> = {
  curl: runCurl,
  TypeScript: runTypescript,
  Python: runPython,
  Go: runGo,
};
