import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

// Which kind of test a spec file is, by what it needs: see tests/README.md.

/** Whoever imports one of these has a database. */
const databases = /^(tests\/support\/(database|app|server-process)\.ts$|src\/platform\/embedded-postgres\/)/;

/** Imports and re-exports that are there at run time, as Prettier lays them out; those within a function, too. */
const imports = /^(?:import|export) (?!type )(?:[^;'`]*? from )?'(?<from>\.[^']+)'|\bimport\('(?<within>\.[^']+)'\)/gm;

/** Spec files of `tests/unit` that come to a database by what they import, and of `tests/database` that do not. */
export function findMisplaced(root: string): string[] {
  const known = new Map<string, readonly string[]>();
  const specs = globSync('tests/{unit,database}/**/*.spec.ts', { cwd: root });
  const isMisplaced = (spec: string): boolean =>
    spec.startsWith('tests/database/') !== hasDatabase(spec, (file) => readImports(root, file, known));
  return specs.filter(isMisplaced).sort();
}

function hasDatabase(spec: string, importsOf: (file: string) => readonly string[]): boolean {
  const reached = new Set([spec]);
  // A set that is walked grows while it is.
  for (const file of reached) for (const imported of importsOf(file)) reached.add(imported);
  return [...reached].some((file) => databases.test(file));
}

/** The files of the tree that a file imports. */
function readImports(root: string, file: string, known: Map<string, readonly string[]>): readonly string[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const text = file.endsWith('.ts') && existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
  const found = [...text.matchAll(imports)].map(({ groups }) =>
    normalize(join(dirname(file), groups?.['from'] ?? groups?.['within'] ?? '')),
  );
  known.set(file, found);
  return found;
}

/** Spec files of these kinds whose folder mirrors none: of `src`, or of `tests/support` for what tests the tests. */
export function findUnmirrored(root: string): string[] {
  return globSync('tests/{unit,database}/**/*.spec.ts', { cwd: root })
    .filter((file) => {
      const folder = dirname(file).split('/').slice(2).join('/');
      return !existsSync(join(root, 'src', folder)) && !existsSync(join(root, 'tests', folder));
    })
    .sort();
}
