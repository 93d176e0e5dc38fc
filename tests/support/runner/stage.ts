import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The result of a stage of `make test`. */
export interface Outcome {
  readonly passed: number;
  /** One text per failure: the name and the details. */
  readonly failures: readonly string[];
}

/** Reports the progress of a stage. */
export type Say = (line: string) => void;

export interface Stage {
  readonly title: string;
  /** Titles of stages that must end before this one starts. */
  readonly after?: readonly string[];
  /** True for a stage that measures time or loads the machine: no other stage runs meanwhile. */
  readonly isAlone?: boolean;
  readonly run: (say: Say) => Promise<Outcome>;
}

interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The second argument ends the program, in case it does not end by itself. */
  readonly onLine: (line: string, kill: () => void) => void;
}

/** Runs a program and passes its output to `onLine` by line. Returns the exit code. */
export async function runCommand({ argv, env = {}, onLine }: Command): Promise<number> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // Including its child processes: mocha runs its tests in one.
  const kill = (signal: NodeJS.Signals = 'SIGKILL'): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
  };
  const interrupt = (): void => {
    kill('SIGTERM');
  };
  // A separate process group does not receive the terminal's Ctrl-C.
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => onLine(line, kill));
  }
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  }).finally(() => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  });
}

/** Keeps the last lines of a program's output, for the report of a failure. */
class Tail {
  readonly lines: string[] = [];
  add(line: string): void {
    this.lines.push(line);
    if (this.lines.length > 200) this.lines.shift();
  }
}

/** A stage for a program that passes or fails as a whole, such as `make check`. */
export function commandStage(title: string, argv: readonly string[]): Stage {
  return {
    title,
    run: async () => {
      const tail = new Tail();
      const code = await runCommand({ argv, onLine: (line) => tail.add(line) });
      return code === 0
        ? { passed: 1, failures: [] }
        : { passed: 0, failures: [`${argv.join(' ')} ended with ${code}\n${tail.lines.join('\n')}`] };
    },
  };
}

/** A stage for a program that prints `N passed, N failed`; the last such line counts. */
export function countingStage(title: string, argv: readonly string[], after: readonly string[] = []): Stage {
  return {
    title,
    after,
    run: async (say) => {
      const tail = new Tail();
      let counts: readonly [number, number] | undefined;
      const code = await runCommand({
        argv,
        onLine: (line) => {
          tail.add(line);
          say(line);
          const match = /\b(\d+) passed, (\d+) failed\b/.exec(line);
          if (match !== null) counts = [Number(match[1]), Number(match[2])];
        },
      });
      const [passed, failed] = counts ?? [0, 0];
      const isFailure = code !== 0 || failed > 0 || counts === undefined;
      const names = Array.from({ length: Math.max(failed, 1) }, (_, index) =>
        index === 0
          ? `${argv.join(' ')} ended with ${code}\n${tail.lines.join('\n')}`
          : `failure ${index + 1}, see above`,
      );
      return { passed, failures: isFailure ? names : [] };
    },
  };
}
