import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';

/** One forbidden import. `from` and `to` are relative to the root of the tree. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Reads every import of `src` and `generated` below `root`, including type imports, and returns the forbidden ones. */
export async function findForbiddenImports(root: string): Promise<{ modules: number; violations: Violation[] }> {
  const { output } = await cruise(['src', 'generated'], {
    baseDir: root,
    ruleSet: { forbidden: [...importRules] },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  });
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map((found) => ({ rule: found.rule.name, from: found.from, to: found.to })),
  };
}
