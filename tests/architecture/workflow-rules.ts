import { parse } from 'yaml';

// The rules that every workflow of .github/workflows keeps. A workflow runs code with a token of the repository, so that
// each job states what its token may do, and nothing that a stranger can write becomes a part of a script.

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly name?: string;
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group?: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The jobs whose token may write, and to what. */
const writers: Readonly<Record<string, readonly string[]>> = {
  'release.yml image': ['packages', 'id-token', 'attestations'],
  'release.yml publish': ['contents', 'id-token', 'attestations'],
};
/** Events whose workflow runs with the token of this repository while a stranger controls what it reads. */
const dangerousEvents = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** @returns the violations of a workflow, each with the name of its file and job */
export function violationsOf(file: string, text: string): readonly string[] {
  const workflow = parse(text) as Workflow;
  const own: string[] = [];
  const say = (what: string): unknown => own.push(`${file}: ${what}`);
  if (Object.keys(workflow.permissions ?? { all: '' }).length > 0) say('permissions is not {}');
  // A called workflow belongs to the group of its caller.
  const isCalled = Object.keys(workflow.on).every((event) => event === 'workflow_call');
  if (!isCalled && workflow.concurrency?.group === undefined) say('has no concurrency group');
  for (const event of dangerousEvents) if (event in workflow.on) say(`runs on ${event}`);
  return [...own, ...Object.entries(workflow.jobs).flatMap(([name, job]) => jobViolations(`${file} ${name}`, job))];
}

function jobViolations(at: string, job: Job): readonly string[] {
  const steps = job.steps ?? [];
  const found: (string | false)[] = [
    job.name === undefined && 'has no name',
    job['timeout-minutes'] === undefined && 'has no timeout-minutes',
    !/^[a-z]+-[0-9.]+$/.test(job['runs-on'] ?? '') && 'does not run on a fixed version',
    ...permissionViolations(job.permissions, writers[at] ?? []),
    ...steps.flatMap(({ uses = '', with: input = {} }) => [
      uses.startsWith('actions/checkout@') &&
        input['persist-credentials'] !== false &&
        'leaves the token in the checkout: set persist-credentials: false',
    ]),
    // Expressions are put into the script as text. Variables of the environment are not.
    ...steps.map(({ run = '' }) => run.includes('${{') && 'has an expression in a script: pass it by env'),
  ];
  return found.filter((one) => one !== false).map((what) => `${at}: ${what}`);
}

function permissionViolations(permissions: Job['permissions'], mayWrite: readonly string[]): readonly string[] {
  if (permissions === undefined) return ['has no permissions'];
  if (typeof permissions === 'string') return [`has the permissions ${permissions}`];
  return Object.entries(permissions)
    .filter(([scope, level]) => level !== 'read' && !mayWrite.includes(scope))
    .map(([scope, level]) => `has ${scope}: ${level}`);
}

/** `make security STRICT=1` */
interface MakeCall {
  readonly target: string;
  readonly variables: readonly string[];
}

/** Returns the calls of make in the scripts of a workflow. */
export function makeCallsIn(text: string): readonly MakeCall[] {
  const { jobs } = parse(text) as Workflow;
  const scripts = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run));
  return scripts
    .flatMap((script) => [...script.matchAll(/^ *make (?<words>[^|&;\n]+)/gm)])
    .map(({ groups }) => {
      const words = groups!['words']!.trim().split(/\s+/);
      return {
        target: words.find((word) => /^[a-z]/.test(word)) ?? '',
        variables: words.flatMap((word) => /^(?<name>[A-Z_]+)=/.exec(word)?.groups?.['name'] ?? []),
      };
    });
}
