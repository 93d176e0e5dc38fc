import { globSync } from 'node:fs';
import { runCommand, type Outcome, type Stage } from './stage.ts';

interface Test {
  readonly fullTitle: string;
  readonly err?: string;
  readonly stack?: string | null;
}
type Event =
  readonly ['start', { readonly total: number }] | readonly ['pass' | 'fail', Test] | readonly ['end', unknown];

function parseEvent(line: string): Event | undefined {
  if (!/^\["(start|pass|fail|end)",/.test(line)) return undefined;
  return JSON.parse(line) as Event;
}

const endWithinMs = 30_000;

interface MochaStageOptions {
  readonly specs: string;
  /** The folder for V8's coverage; undefined if the stage's coverage does not count. */
  readonly coverageDirectory?: string;
  readonly after?: readonly string[];
  readonly isAlone?: boolean;
  /** Matches lines of the specs' output that are printed, such as measurements. */
  readonly figures?: RegExp;
}

/** Runs the spec files of a glob in one mocha process and counts its tests. */
export function mochaStage(title: string, { specs, coverageDirectory, figures, ...rest }: MochaStageOptions): Stage {
  return {
    title,
    ...rest,
    run: async (say): Promise<Outcome> => {
      const files = globSync(specs).sort();
      if (files.length === 0) return { passed: 0, failures: [`no file matches ${specs}`] };
      const failures: string[] = [];
      const other: string[] = [];
      let passed = 0;
      let total = 0;
      let last = 'none';
      let lastGasp: NodeJS.Timeout | undefined;
      const code = await runCommand({
        argv: ['mocha', '--reporter', 'json-stream', ...files],
        env: coverageDirectory === undefined ? {} : { NODE_V8_COVERAGE: coverageDirectory },
        onLine: (line, kill) => {
          const event = parseEvent(line);
          if (event?.[0] === 'pass' || event?.[0] === 'fail') last = event[1].fullTitle;
          if (event === undefined) {
            other.push(line);
            if (figures?.test(line) === true) say(line.trim());
          } else if (event[0] === 'start') total = event[1].total;
          else if (event[0] === 'pass') passed += 1;
          else if (event[0] === 'fail') {
            failures.push(`${event[1].fullTitle}\n${event[1].stack ?? event[1].err ?? ''}`);
            say(`failed: ${event[1].fullTitle}`);
          }
          // After its tests the process ends by itself, unless a test has left a handle open.
          if (event?.[0] === 'end') lastGasp = setTimeout(kill, endWithinMs);
          if (event !== undefined && (passed + failures.length) % 100 === 99)
            say(`${passed + failures.length + 1}/${total}`);
        },
      });
      clearTimeout(lastGasp);
      // If a spec file does not load, or if the process dies or hangs, tests are missing and none has failed.
      const ran = passed + failures.length;
      if (ran < total || (code !== 0 && failures.length === 0)) {
        const end = `mocha ended with ${code} after ${ran} of ${total} tests; the last one that ended: ${last}`;
        failures.push(`${end}\n${other.slice(-100).join('\n')}`);
      }
      return { passed, failures };
    },
  };
}
