import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { runCommand, type Outcome, type Stage } from './stage.ts';

interface Ratio {
  readonly total: number;
  readonly covered: number;
}
type Measured = 'lines' | 'branches';
type Summary = Readonly<Record<string, Readonly<Record<Measured, Ratio>>>>;

const leastPercent = 75;
const root = join(import.meta.dirname, '../../..');

/** Returns the files that contain only types. They are empty at run time, so they have no coverage. */
function findTypeOnlyFiles(): string[] {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ESNext,
    verbatimModuleSyntax: true,
    removeComments: true,
  };
  return globSync('src/**/*.ts', { cwd: root }).filter((file) => {
    const { outputText } = ts.transpileModule(readFileSync(join(root, file), 'utf8'), { compilerOptions });
    return outputText.replaceAll(/export \{\s*\};/g, '').trim() === '';
  });
}

/** Returns every folder below src with the files below it. */
function sumByFolder(summary: Summary): Map<string, Record<Measured, { total: number; covered: number }>> {
  const folders = new Map<string, Record<Measured, { total: number; covered: number }>>();
  for (const [file, measured] of Object.entries(summary)) {
    if (file === 'total') continue;
    for (let folder = dirname(relative(root, file)); folder !== '.'; folder = dirname(folder)) {
      const sums = folders.get(folder) ?? { lines: { total: 0, covered: 0 }, branches: { total: 0, covered: 0 } };
      for (const kind of ['lines', 'branches'] as const) {
        sums[kind].total += measured[kind].total;
        sums[kind].covered += measured[kind].covered;
      }
      folders.set(folder, sums);
    }
  }
  return folders;
}

function percent({ total, covered }: Ratio): number {
  return total === 0 ? 100 : (covered / total) * 100;
}

/** One check per folder: at least 75 % of its lines and of its branches are covered. */
export function judge(summary: Summary): Outcome {
  const results = [...sumByFolder(summary)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([folder, { lines, branches }]) => ({
      line: `${folder.padEnd(40)} lines ${percent(lines).toFixed(1).padStart(5)} %  branches ${percent(branches).toFixed(1).padStart(5)} %`,
      isEnough: Math.min(percent(lines), percent(branches)) >= leastPercent,
    }));
  return {
    passed: results.filter(({ isEnough }) => isEnough).length,
    failures: results.filter(({ isEnough }) => !isEnough).map(({ line }) => `below ${leastPercent} %: ${line}`),
  };
}

/** Checks the coverage that V8 recorded in the earlier stages, and writes tables to `coverage/`. */
export function coverageStage(title: string, coverageDirectory: string, after: readonly string[]): Stage {
  return {
    title,
    after,
    run: async (say) => {
      const excluded = findTypeOnlyFiles().flatMap((file) => ['--exclude', file]);
      const output: string[] = [];
      const code = await runCommand({
        argv: [
          ...['c8', 'report', '--temp-directory', coverageDirectory, '--reports-dir', 'coverage'],
          ...['--reporter', 'json-summary', '--reporter', 'lcovonly'],
          ...['--all', '--src', 'src', '--include', 'src/**/*.ts', ...excluded],
        ],
        onLine: (line) => output.push(line),
      });
      if (code !== 0) return { passed: 0, failures: [`c8 ended with ${code}\n${output.join('\n')}`] };
      const summary = JSON.parse(readFileSync(join(root, 'coverage/coverage-summary.json'), 'utf8')) as Summary;
      const { lines, branches } = summary['total']!;
      say(`in total ${percent(lines).toFixed(1)} % of lines, ${percent(branches).toFixed(1)} % of branches`);
      return judge(summary);
    },
  };
}
