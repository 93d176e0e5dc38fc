import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A new folder outside this repository, in which a test runs programs. */
export class Folder {
  tree = '';

  async open(): Promise<void> {
    this.tree = await mkdtemp(join(tmpdir(), 'architect-folder-'));
  }

  close = (): Promise<void> => rm(this.tree, { recursive: true });
  write = (name: string, document: object): Promise<void> => writeFile(join(this.tree, name), JSON.stringify(document));

  end = async (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
    new Promise((resolve) => {
      const own = { GITHUB_STEP_SUMMARY: '', ARCHITECT_API_KEY: '' };
      execFile(program, args, { cwd: this.tree, env: { ...process.env, ...own, ...env } }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      });
    });
}
