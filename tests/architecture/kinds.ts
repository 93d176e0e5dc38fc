import { globSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { cruise, type IForbiddenRuleType, type ICruiseResult, type IRequiredRuleType } from 'dependency-cruiser';

// Which kind of test a spec file is, by what it needs: see tests/README.md.

/** Whoever imports one of these has a database. */
const databases = '^(tests/support/(database|app|server-process)\\.ts|src/platform/embedded-postgres/)';

const unitWithoutDatabase: IForbiddenRuleType = {
  name: 'unit-without-database',
  severity: 'error',
  from: { path: '^tests/unit/' },
  to: { path: databases, reachable: true },
};

const databaseWithDatabase: IRequiredRuleType = {
  name: 'database-with-database',
  severity: 'error',
  module: { path: '^tests/database/.*\\.spec\\.ts$' },
  to: { path: databases, reachable: true },
};

/** Spec files of `tests/unit` that come to a database by what they import, and of `tests/database` that do not. */
export async function findMisplaced(root: string): Promise<string[]> {
  const { output } = await cruise(['tests/unit', 'tests/database'], {
    baseDir: root,
    ruleSet: { forbidden: [unitWithoutDatabase], required: [databaseWithDatabase] },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  });
  return [...new Set((output as ICruiseResult).summary.violations.map(({ from }) => from))].sort();
}

/** Spec files of these kinds whose folder mirrors none: of `src`, or of `tests/support` for what tests the tests. */
export function findUnmirrored(root: string): string[] {
  const folders = new Set(
    globSync(['src/**/', 'tests/support/**/'], { cwd: root }).map((folder) => folder.replace(/\/$/, '')),
  );
  return globSync('tests/{unit,database}/**/*.spec.ts', { cwd: root })
    .filter((file) => {
      const folder = relative('.', dirname(file)).split('/').slice(2).join('/');
      return !folders.has(`src/${folder}`.replace(/\/$/, '')) && !folders.has(`tests/${folder}`);
    })
    .sort();
}
