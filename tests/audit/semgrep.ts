import { join } from 'node:path';
import { end, root, toolPath } from './program.ts';

/** The files of rules below .semgrep, by what they look for. */
export const ruleFiles = { code: ['injection.yaml', 'protection.yaml'], secrets: ['secrets.yaml'] } as const;

export interface Finding {
  readonly file: string;
  readonly line: number;
  /** The id of the rule. */
  readonly rule: string;
  readonly message: string;
}

interface Report {
  readonly results: readonly {
    readonly check_id: string;
    readonly path: string;
    readonly start: { readonly line: number };
    readonly extra: { readonly message: string };
  }[];
  readonly errors: readonly { readonly level: string; readonly message: string; readonly path?: string }[];
  readonly paths: { readonly scanned: readonly string[] };
}

interface Scan {
  readonly findings: readonly Finding[];
  /** How many files were read. */
  readonly files: number;
}

/**
 * Runs our own rules, without a request to any server.
 * @param kind which rules
 * @param paths files and folders, relative to `folder`
 * @throws Error if Semgrep fails, or cannot read a rule
 */
export async function scan(kind: keyof typeof ruleFiles, paths: readonly string[], folder = root): Promise<Scan> {
  const rules = ruleFiles[kind].flatMap((file) => ['--config', join(root, '.semgrep', file)]);
  const options = ['--metrics=off', '--disable-version-check', '--quiet', '--json', '--max-target-bytes=0'];
  // With its home in the cache, Semgrep writes nothing into the user's.
  const env = { SEMGREP_SETTINGS_FILE: join(root, '.cache/security/semgrep.yaml'), SEMGREP_LOG_FILE: '/dev/null' };
  const ended = await end(toolPath('semgrep'), ['scan', ...options, ...rules, ...paths], { cwd: folder, env });
  if (ended.code !== 0) throw new Error(`Semgrep ended with ${ended.code}:\n${ended.stdout}${ended.stderr}`);
  const report = JSON.parse(ended.stdout) as Report;
  const errors = report.errors.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ path = '', message }) => `${path} ${message}`).join('\n'));
  const findings = report.results.map(({ check_id, path, start, extra }) => ({
    file: path,
    line: start.line,
    rule: check_id.slice(check_id.lastIndexOf('.') + 1),
    message: extra.message,
  }));
  // A rule can find one line in several ways.
  const unique = new Map(findings.map((one) => [`${one.file}:${one.line} ${one.rule}`, one]));
  return { findings: [...unique.values()], files: report.paths.scanned.length };
}
