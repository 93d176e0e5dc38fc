import { end } from './program.ts';
import type { Result } from './result.ts';

interface Audit {
  /** By the name of the package; absent if the registry did not return a list. */
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly metadata?: { readonly dependencies: { readonly total: number } };
  /** What went wrong. */
  readonly message?: string;
}

/** Severities that do not fail the audit; every other one does. */
const tolerated = ['info', 'low'];

/**
 * Asks the registry for known vulnerabilities of the packages in package-lock.json.
 * @param settings variables of the environment for npm, such as npm_config_registry
 */
export async function vulnerabilities(settings: Readonly<Record<string, string>> = {}): Promise<Result> {
  const bounds = ['--fetch-retries=1', '--fetch-timeout=30000'];
  const { stdout, stderr } = await end('npm', ['audit', '--json', '--package-lock-only', ...bounds], { env: settings });
  const audit = parse(stdout, stderr);
  if (audit.vulnerabilities === undefined)
    return { done: 'nothing', findings: [], leftOut: `the registry returned no list: ${audit.message ?? stderr}` };
  const findings = Object.entries(audit.vulnerabilities)
    .filter(([, { severity }]) => !tolerated.includes(severity))
    .map(([name, { severity, range }]) => `${name}${range === '' ? '' : ` ${range}`}: ${severity}`);
  return { done: `${audit.metadata?.dependencies.total ?? 0} packages by npm audit`, findings };
}

function parse(stdout: string, stderr: string): Audit {
  try {
    return JSON.parse(stdout) as Audit;
  } catch {
    return { message: `${stdout}${stderr}`.trim() };
  }
}
