import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../src/contract/operation.ts';

// Runs Schemathesis over one document, within a time. The time is shared by the operations, however many there are:
// what one does not need goes to the next. Two passes share it, so that what enumerates a schema and what draws from it
// both get their part; operations that had no success in these come a third time, alone.

const root = join(import.meta.dirname, '../..');

/** Most of the time that the first pass may take: what it does not need is the second's. */
const ENUMERATING_SHARE = 0.6;
/** What the second pass gets at least: on a busy machine the first one ends late. */
const DRAWING_SHARE = 0.25;
/** For operations that had no success, once more. */
const RETRY_SECONDS = 45;

interface Target {
  readonly base: string;
  /** What exists there, by name. */
  readonly world: Readonly<Record<string, string>>;
  /** Where reports go, and where the server writes its mail. */
  readonly home: string;
}

interface FuzzOptions {
  readonly version: 'v1' | 'v2';
  readonly operations: readonly Operation[];
  /** Undefined: the number of examples is all that ends it. */
  readonly seconds: number | undefined;
  readonly examplesMax: number;
  readonly seed: string;
  /** Whether the operations are some of the document's, not all. */
  readonly isSome: boolean;
}

interface Pass {
  readonly name: string;
  readonly phases: string;
  readonly operations: readonly Operation[];
  readonly isSome: boolean;
  readonly seconds: number | undefined;
}

/** By `GET /api/v2/tasks`: how often each status came. */
type Reached = Record<string, Record<string, number>>;

/** What of a document tells where its links lead. */
interface Linked {
  readonly paths: Record<string, Record<string, LinkedOperation>>;
}

interface LinkedOperation {
  readonly operationId?: string;
  readonly responses?: Record<string, { readonly links?: Record<string, { readonly operationId: string }> }>;
}

/** Fuzzes the operations of one document. @returns what failed, a line each */
export async function fuzz(target: Target, options: FuzzOptions): Promise<string[]> {
  const { version, operations, seconds, isSome } = options;
  const startedAt = performance.now();
  const failures: string[] = [];
  const reached: Reached = {};
  const run = async (pass: Pass, index: number): Promise<void> => {
    const code = await runPass(shareOf(target, index), options, pass);
    if (code !== 0) failures.push(`${version}: Schemathesis ended with ${code} in the pass ${pass.name}`);
    mergeReached(reached, reachedPath(target, options, pass));
  };
  const secondsLeft = (): number | undefined => {
    if (seconds === undefined) return undefined;
    const left = seconds - (performance.now() - startedAt) / 1000;
    return Math.max(1, Math.round(Math.max(left, seconds * DRAWING_SHARE)));
  };

  const enumerating = seconds === undefined ? undefined : Math.max(1, Math.round(seconds * ENUMERATING_SHARE));
  await run({ name: 'enumerating', phases: 'examples,coverage', operations, isSome, seconds: enumerating }, 0);
  const drawn = isSome && !isLinked(options) ? 'fuzzing' : 'fuzzing,stateful';
  await run({ name: 'drawing', phases: drawn, operations, isSome, seconds: secondsLeft() }, 1);
  const left = withoutSuccess(reached, operations);
  if (left.length > 0) {
    console.log(`${version}: once more, without a success so far: ${left.map(({ id }) => id).join(', ')}`);
    const phases = 'examples,coverage,fuzzing';
    await run({ name: 'again', phases, operations: left, isSome: true, seconds: RETRY_SECONDS }, 2);
  }
  console.log(`${version}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
  return [...failures, ...withoutSuccess(reached, operations).map((operation) => describe(reached, operation))];
}

async function runPass(target: Target, options: FuzzOptions, pass: Pass): Promise<number | null> {
  const { version, seed, examplesMax } = options;
  const args = [
    ...['--config-file', 'tests/fuzz/schemathesis.toml', 'run', `generated/${version}/openapi.json`],
    ...['--url', target.base, '--seed', seed, '--checks', 'all', '--phases', pass.phases],
    ...(pass.isSome ? pass.operations.flatMap(({ id }) => ['--include-operation-id', id]) : []),
    ...(pass.seconds === undefined ? [] : ['--max-time', String(pass.seconds)]),
    ...['--max-examples', String(examplesMax), '--request-timeout', '20', '--no-color'],
    ...['--report', 'junit', '--report-junit-path', join(target.home, `junit-${version}-${pass.name}.xml`)],
  ];
  const path = reachedPath(target, options, pass);
  rmSync(path, { force: true });
  const env = {
    ...process.env,
    FUZZ_BASE: target.base,
    FUZZ_WORLD: JSON.stringify(target.world),
    FUZZ_MAIL: join(target.home, 'mail'),
    FUZZ_REACHED: path,
  };
  const child = spawn(join(root, '.venv/bin/st'), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** What can be used once must not be offered by two passes. */
function shareOf(target: Target, index: number): Target {
  const passes = 3;
  const part = (name: string): string =>
    (target.world[name] ?? '')
      .split(' ')
      .filter((_one, place) => place % passes === index)
      .join(' ');
  const world = { ...target.world, member_ids: part('member_ids'), invitation_tokens: part('invitation_tokens') };
  return { ...target, world };
}

function reachedPath({ home }: Target, { version }: FuzzOptions, { name }: Pass): string {
  return join(home, `reached-${version}-${name}.json`);
}

function mergeReached(reached: Reached, path: string): void {
  const found = JSON.parse(readFileSync(path, 'utf8')) as Reached;
  for (const [key, statuses] of Object.entries(found)) {
    const known = (reached[key] ??= {});
    for (const [status, count] of Object.entries(statuses)) known[status] = (known[status] ?? 0) + count;
  }
}

function keyOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function withoutSuccess(reached: Reached, operations: readonly Operation[]): Operation[] {
  return operations.filter(
    (operation) => !Object.keys(reached[keyOf(operation)] ?? {}).some((status) => status.startsWith('2')),
  );
}

function describe(reached: Reached, operation: Operation): string {
  const statuses = JSON.stringify(reached[keyOf(operation)] ?? {});
  return `${operation.version} ${operation.id}: never reached a 2xx, only ${statuses}`;
}

/** Whether a link leads from a chosen operation to a chosen one: Schemathesis takes scenarios without links for an error. */
function isLinked({ version, operations }: FuzzOptions): boolean {
  const document = JSON.parse(readFileSync(join(root, `generated/${version}/openapi.json`), 'utf8')) as Linked;
  const isChosen = (id: string | undefined): boolean => operations.some((operation) => operation.id === id);
  return Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .filter(({ operationId }) => isChosen(operationId))
    .flatMap(({ responses }) => Object.values(responses ?? {}).flatMap(({ links }) => Object.values(links ?? {})))
    .some(({ operationId }) => isChosen(operationId));
}
