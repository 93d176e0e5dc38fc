import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundles } from './bundle.ts';
import { draftOf, type Draft } from './edit.ts';

export const root = join(import.meta.dirname, '../../../..');
const copied = ['src/documents/compare', 'src/documents/reader'];

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A new folder outside this repository for each test. */
export class Folder {
  tree = '';

  async open(): Promise<void> {
    this.tree = await mkdtemp(join(tmpdir(), 'compared-'));
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

/** A folder with the comparison and the documents, which a test can change and release. */
export class Checkout extends Folder {
  override async open(): Promise<void> {
    await super.open();
    for (const folder of copied) await cp(join(root, folder), join(this.tree, folder), { recursive: true });
    await symlink(join(root, 'node_modules'), join(this.tree, 'node_modules'));
    await writeFile(join(this.tree, 'package.json'), '{ "type": "module" }');
    await mkdir(join(this.tree, 'openapi/released'), { recursive: true });
    for (const version of ['v1', 'v2'] as const) {
      await mkdir(join(this.tree, 'generated', version), { recursive: true });
      await this.write(`generated/${version}/openapi.json`, bundles[version]);
    }
  }

  run = (...args: string[]): Promise<Ended> =>
    this.end(process.execPath, [join(this.tree, 'src/documents/compare/main.ts'), ...args]);
}

export function changed(version: 'v1' | 'v2', change: (draft: Draft) => void): Draft {
  const draft = draftOf(bundles[version]);
  change(draft);
  return draft;
}
