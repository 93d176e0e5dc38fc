import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

// Checks that spec files of `tests/unit` and `tests/database` are in the right folder (tests/README.md).

/** Files that provide a database. */
const databases = /^(tests\/support\/(database|app|server-process)\.ts$|src\/platform\/embedded-postgres\/)/;

/** Run-time imports and re-exports as Prettier formats them, including dynamic imports. */
const imports = /^(?:import|export) (?!type )(?:[^;'`]*? from )?'(?<from>\.[^']+)'|\bimport\('(?<within>\.[^']+)'\)/gm;

/**
 * Returns the spec files of `tests/unit` whose imports lead to a database, and those of `tests/database` without one.
 */
export function findMisplaced(root: string): string[] {
  const known = new Map<string, readonly string[]>();
  const specs = globSync('tests/{unit,database}/**/*.spec.ts', { cwd: root });
  const isMisplaced = (spec: string): boolean =>
    spec.startsWith('tests/database/') !== hasDatabase(spec, (file) => readImports(root, file, known));
  return specs.filter(isMisplaced).sort();
}

function hasDatabase(spec: string, importsOf: (file: string) => readonly string[]): boolean {
  const reached = new Set([spec]);
  // Iterating over a Set also visits entries that are added meanwhile.
  for (const file of reached) for (const imported of importsOf(file)) reached.add(imported);
  return [...reached].some((file) => databases.test(file));
}

/** Returns the files of the tree that a file imports. */
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

/** Returns the spec files whose folder exists neither in `src` nor (for tests of test code) in `tests`. */
export function findUnmirrored(root: string): string[] {
  return globSync('tests/{unit,database}/**/*.spec.ts', { cwd: root })
    .filter((file) => {
      const folder = dirname(file).split('/').slice(2).join('/');
      return !existsSync(join(root, 'src', folder)) && !existsSync(join(root, 'tests', folder));
    })
    .sort();
}
