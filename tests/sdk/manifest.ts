import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';

// One folder of tests/sdk per generator: `manifest.yaml` says how to generate, compile and run, beside the flow in the
// generator's language. README.md explains the keys.

const root = import.meta.dirname;

/** The served documents: `/api/v2/openapi.json?chapters=false`, and the same with `&openapi=3.0`. */
export const documentNames = ['3.1', '3.0'] as const;
export type DocumentName = (typeof documentNames)[number];

/** What happens to a row in this order. A row that fails at one step does not reach the next. */
export const stepNames = ['generate', 'compile', 'run'] as const;
export type StepName = (typeof stepNames)[number];

/** A document that the generator cannot use, and why. The run fails once it can. */
export interface KnownFailure {
  readonly fails: StepName;
  readonly reason: string;
  /** The issue in the generator's tracker. */
  readonly issue?: string;
}

export interface Manifest {
  /** The folder's name, which `make sdk-matrix GENERATOR=…` takes. */
  readonly name: string;
  /** Its name in the table of docs/SDKS.md. */
  readonly title: string;
  readonly language: string;
  /** `make test` runs it. The others need `make test-all`. */
  readonly isQuick: boolean;
  /** The packages whose versions the table shows: `npm:orval`, `pypi:openapi-generator-cli`, `go:<module>`. */
  readonly packages: readonly string[];
  /** What has to be installed: names of tools.ts. */
  readonly tools: readonly string[];
  /** The document to take comes first. */
  readonly documents: ReadonlyMap<DocumentName, 'passes' | KnownFailure>;
  /** The shell commands of each step, in a copy of the folder. */
  readonly commands: Readonly<Record<StepName, string>>;
  /** What a caller has to set, for the table. */
  readonly settings: string;
}

interface Written {
  readonly title: string;
  readonly language: string;
  readonly quick: boolean;
  readonly packages: readonly string[];
  readonly tools: readonly string[];
  readonly documents: Readonly<Record<DocumentName, 'passes' | KnownFailure>>;
  readonly generate: string;
  readonly compile: string;
  readonly run: string;
  readonly settings: string;
}

const keys = ['title', 'language', 'quick', 'packages', 'tools', 'documents', ...stepNames, 'settings'];

/** Reads the manifests of all generators, in the order of their titles, those of `make test` first. */
export function readManifests(): Manifest[] {
  const folders = globSync('*/manifest.yaml', { cwd: root }).map(dirname);
  return folders
    .map((folder) => toManifest(basename(folder), readFileSync(join(root, folder, 'manifest.yaml'), 'utf8')))
    .sort((a, b) => Number(b.isQuick) - Number(a.isQuick) || a.title.localeCompare(b.title));
}

/** @throws Error if a key is missing or unknown */
export function toManifest(name: string, yaml: string): Manifest {
  const written = parse(yaml) as Written;
  const found = Object.keys(written);
  const wrong = [...keys.filter((key) => !found.includes(key)), ...found.filter((key) => !keys.includes(key))];
  if (wrong.length > 0) throw new Error(`tests/sdk/${name}/manifest.yaml: missing or unknown: ${wrong.join(', ')}`);
  const { title, language, packages, tools, settings, generate, compile, run } = written;
  return {
    ...{ name, title, language, packages, tools, settings: settings.trim().replaceAll(/\s+/g, ' ') },
    isQuick: written.quick,
    documents: new Map(Object.entries(written.documents) as [DocumentName, 'passes' | KnownFailure][]),
    commands: { generate, compile, run },
  };
}

/**
 * Returns the pinned version of each package, from the file that pins it.
 * @throws Error if a package is not pinned
 */
export function versionsOf({ name, packages }: Manifest): string[] {
  return packages.map((reference) => {
    const [registry, id] = reference.split(/:(.*)/s) as [string, string];
    const version = pinned(registry, id, name);
    if (version === undefined) throw new Error(`tests/sdk/${name}: ${reference} is not pinned`);
    return version;
  });
}

function pinned(registry: string, id: string, folder: string): string | undefined {
  const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
  if (registry === 'npm') {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    return dependencies[id];
  }
  const [file, separator] = registry === 'pypi' ? ['requirements.txt', '=='] : [`${folder}/go.mod`, ' v'];
  const line = textOf(file)
    .split('\n')
    .find((one) => one.trim().startsWith(`${id}${separator}`));
  return line
    ?.trim()
    .slice(id.length + separator.length)
    .split(' ')[0];
}
