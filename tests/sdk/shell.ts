import { spawn } from 'node:child_process';

/** A shell command that failed or took too long. */
export interface Failure {
  readonly reason: string;
  /** The last lines of its output. */
  readonly output: string;
}

interface Shell {
  readonly command: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly withinMs: number;
}

const LINES_MAX = 60;

/**
 * Runs a bash script, which ends at the first command that fails.
 * @returns its output; a failure if a command fails or if the time is over
 */
export function runShell({ command, cwd, env, withinMs }: Shell): Promise<string | Failure> {
  // A process group of its own, so that the programs that bash started end with it.
  const bash = spawn('bash', ['--noprofile', '--norc', '-euo', 'pipefail', '-c', command], {
    cwd,
    env,
    detached: true,
  });
  bash.stdin.end();
  let output = '';
  let isLate = false;
  const endGroup = (): void => {
    if (bash.pid !== undefined && bash.exitCode === null) process.kill(-bash.pid, 'SIGKILL');
  };
  const patience = setTimeout(() => {
    isLate = true;
    endGroup();
  }, withinMs);
  process.once('exit', endGroup);
  for (const stream of [bash.stdout, bash.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return new Promise((resolve, reject) => {
    bash.once('error', reject).once('close', (code) => {
      clearTimeout(patience);
      process.off('exit', endGroup);
      const tail = output.trimEnd().split('\n').slice(-LINES_MAX).join('\n');
      if (isLate) resolve({ reason: `not done after ${withinMs / 1000} s`, output: tail });
      else if (code !== 0) resolve({ reason: `exit code ${code ?? 'of a signal'}`, output: tail });
      else resolve(output);
    });
  });
}
