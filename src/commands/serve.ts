import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createApp, type App } from '../app.ts';
import { demoKeyPath, loadConfig, type Config } from '../config.ts';
import { runUntilSignal } from './run-until-signal.ts';

/** Serves requests until SIGTERM or SIGINT. */
export async function serve(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { worker: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const config = loadConfig();
  const { app, failed } = await createServing(config, values.worker);
  const demoKey = config.env === 'development' ? await demoKeyOf(app, config) : undefined;
  await runUntilSignal(app, (port) => announce(config, port, demoKey), failed);
}

async function createServing(config: Config, isWorking: boolean) {
  if (config.workers === 1) return { app: await createApp(config, { isWorking }), failed: undefined };
  const { createSupervisedApp } = await import('../serving-processes.ts');
  return createSupervisedApp(config, { isWorking });
}

/** Delivers events and runs jobs until SIGTERM or SIGINT. */
export async function work(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  await runUntilSignal(await createApp(loadConfig(), { isServing: false }), () => undefined);
}

/**
 * Creates the demo organization in an empty database, and returns its API key. The key is kept in a file, because the
 * database contains only its hash.
 */
async function demoKeyOf(app: App, { dataDir }: Config): Promise<string | undefined> {
  const path = demoKeyPath(dataDir);
  const made = await app.createDemo();
  if (made !== undefined) writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return readKey(path);
}

function readKey(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Prints the addresses. If standard output is not a terminal, it carries JSON lines of the log, so this text goes to
 * standard error.
 */
function announce({ env, host }: Config, port: number, demoKey: string | undefined): void {
  if (env === 'production') return;
  const base = `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const lines = [
    `Architect listens on ${base} (${env})`,
    `  try it out:  ${base}/api/docs`,
    `  read it:     ${base}/api/redoc`,
    `  health:      ${base}/health`,
    ...(demoKey === undefined ? [] : [`api key: ${demoKey}`]),
  ];
  const out = process.stdout.isTTY ? process.stdout : process.stderr;
  out.write(`${lines.join('\n')}\n`);
}
