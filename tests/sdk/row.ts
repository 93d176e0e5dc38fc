import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMissing } from './flow-steps.ts';
import { findLostOperations } from './lost-operations.ts';
import { stepNames, type DocumentName, type Manifest, type StepName } from './manifest.ts';
import { startRecorder } from './recorder.ts';
import { runShell, type Failure } from './shell.ts';
import { cache, environment, install } from './tools.ts';

/** The running server and its documents. */
export interface Target {
  readonly url: string;
  readonly apiKey: string;
  readonly documents: Readonly<Record<DocumentName, string>>;
  /** Returns a key that no project has. */
  readonly nextProjectKey: () => string;
}

/** The outcome of one generator with one document. */
export interface Outcome {
  /** The step that failed; undefined if all passed. */
  readonly failedAt: StepName | 'install' | undefined;
  readonly failure: Failure | undefined;
  readonly seconds: number;
}

const LIMIT_MS: Readonly<Record<StepName, number>> = { generate: 120_000, compile: 1_200_000, run: 60_000 };

/** Generates, compiles and runs one generator with one document, in a copy of its folder below .cache/sdk. */
export async function runRow(
  target: Target,
  manifest: Manifest,
  document: DocumentName,
  say: (line: string) => void,
): Promise<Outcome> {
  const startedAt = performance.now();
  const ended = (failedAt: Outcome['failedAt'], failure?: Failure): Outcome => ({
    ...{ failedAt, failure, seconds: (performance.now() - startedAt) / 1000 },
  });
  for (const tool of manifest.tools) {
    const failure = await install(tool, say);
    if (failure !== undefined) return ended('install', failure);
  }
  const cwd = join(cache, `${manifest.name}-${document}`);
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd, { recursive: true });
  cpSync(join(import.meta.dirname, manifest.name), cwd, { recursive: true });
  writeFileSync(join(cwd, 'openapi.json'), target.documents[document]);
  for (const step of stepNames) {
    say(step);
    const failure = await runStep(target, manifest.commands[step], { step, cwd });
    if (failure !== undefined) return ended(step, failure);
    const lost = step === 'generate' ? findLostOperations(cwd, target.documents[document]) : [];
    if (lost.length > 0)
      return ended(step, { reason: `${lost.length} operations are missing in the code`, output: lost.join('\n') });
  }
  return ended(undefined);
}

async function runStep(
  { url, apiKey, nextProjectKey }: Target,
  command: string,
  { step, cwd }: { step: StepName; cwd: string },
): Promise<Failure | undefined> {
  const recorder = await startRecorder(url);
  const settings = { ARCHITECT_URL: recorder.url, ARCHITECT_API_KEY: apiKey, PROJECT_KEY: nextProjectKey() };
  const result = await runShell({ command, cwd, env: { ...environment(), ...settings }, withinMs: LIMIT_MS[step] });
  await recorder.stop();
  if (typeof result !== 'string') return result;
  if (step !== 'run') return undefined;
  const missing = findMissing(result, recorder.exchanges);
  return missing.length === 0 ? undefined : { reason: 'the flow is not complete', output: missing.join('\n') };
}
