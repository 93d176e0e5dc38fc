import { parseArgs } from 'node:util';
import { ConfigError, loadConfig, type Config } from '../../config.ts';
import { toTerminalLine } from '../../platform/terminal-text.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';
import { checkDatabase } from './database-checks.ts';
import { fail, failOf, ok, warn, type Finding } from './finding.ts';
import { checkDisk, checkNode, checkSecretFiles } from './machine-checks.ts';
import { checkPooler } from './pooler-check.ts';
import { checkReplica } from './replica-check.ts';
import { checkMail, checkRedis } from './service-checks.ts';

/** All connections together are checked at once, so this is about the time that the command takes at most. */
const CHECK_MS_MAX = 15_000;
const labels = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL' } as const;

/**
 * `doctor [--json]`: checks the configuration, the machine, and every service that the configuration names, and says
 * for each what to do. It changes nothing in the database.
 * @throws ForeseenError if a check failed
 */
export async function doctorCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const findings = await examine();
  const failed = findings.filter(({ state }) => state === 'fail').length;
  const warned = findings.filter(({ state }) => state === 'warn').length;
  const summary = `${findings.length - failed - warned} ok, ${warned} to look at, ${failed} failed`;
  const text = values.json
    ? JSON.stringify({ is_ok: failed === 0, findings }, null, 2)
    : [...findings.map(lineOf), summary].join('\n');
  process.stdout.write(`${text}\n`);
  if (failed > 0) throw new ForeseenError(`the doctor found faults (${failed}): correct them as it says`);
}

function lineOf({ check, state, text, remedy }: Finding): string {
  const what = toTerminalLine(`${labels[state]}  ${check.padEnd(14)} ${text}`);
  return remedy === undefined ? what : `${what}\n${toTerminalLine(`${' '.repeat(21)}-> ${remedy}`)}`;
}

async function examine(): Promise<Finding[]> {
  const configured = readConfiguration();
  if (configured.config === undefined) return [checkNode(), ...configured.findings];
  const { config, findings } = configured;
  const quiet: Config = { ...config, logLevel: 'silent' };
  const checks = [
    bounded('database', checkDatabase(quiet)),
    bounded('replica', checkReplica(config)),
    bounded('pooler', checkPooler(config)),
    bounded('redis', checkRedis(config)),
    bounded('mail', checkMail(config)),
    bounded('disk', checkDisk(config)),
    bounded('secret files', checkSecretFiles(config)),
  ];
  return [checkNode(), ...findings, ...(await Promise.all(checks)).flat()];
}

function readConfiguration(): { readonly config?: Config; readonly findings: readonly Finding[] } {
  const check = 'configuration';
  try {
    const config = loadConfig();
    const unknown = config.unknownSettings.map(({ name, nearest }) =>
      warn(
        check,
        `${name} is no setting and is ignored`,
        nearest === undefined ? 'unset it' : `did you mean ${nearest}?`,
      ),
    );
    return { config, findings: [ok(check, `complete for ${config.env}`), ...unknown] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: error.problems.map((problem) => failOf(check, problem)) };
  }
}

/** A check that throws or does not end has failed, and the others go on. */
async function bounded(check: string, findings: Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  const { promise: late, resolve } = Promise.withResolvers<readonly Finding[]>();
  const remedy = 'look for what accepts connections and then does not respond';
  const timer = setTimeout(() => resolve([fail(check, `no result within ${CHECK_MS_MAX} ms`, remedy)]), CHECK_MS_MAX);
  try {
    return await Promise.race([findings, late]);
  } catch (error) {
    return [failOf(check, error instanceof Error ? error.message : String(error))];
  } finally {
    clearTimeout(timer);
  }
}
