import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundles } from './bundle.ts';
import { draftOf, type Draft } from './edit.ts';

export const root = join(import.meta.dirname, '../../../..');
export const workflow = parse(readFileSync(join(root, '.github/workflows/contract-gate.yml'), 'utf8')) as {
  jobs: { compare: { steps: { name?: string; run?: string; with?: Record<string, string> }[] } };
};
/** The folders of this repository that a consumer's job checks out. */
const checkedOut = workflow.jobs.compare.steps
  .flatMap((step) => step.with?.['sparse-checkout']?.trim().split(/\s+/) ?? [])
  .filter((path) => path.startsWith('src/'));

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A folder with the comparison only and without packages, like a consumer's checkout; a new one for each test. */
export class Checkout {
  tree = '';

  async open(): Promise<void> {
    this.tree = await mkdtemp(join(tmpdir(), 'released-'));
    for (const folder of checkedOut) await cp(join(root, folder), join(this.tree, folder), { recursive: true });
    await writeFile(join(this.tree, 'package.json'), '{ "type": "module" }');
    await mkdir(join(this.tree, 'openapi/released'), { recursive: true });
    for (const version of ['v1', 'v2'] as const) {
      await mkdir(join(this.tree, 'generated', version), { recursive: true });
      await this.write(`generated/${version}/openapi.json`, bundles[version]);
    }
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

  run = (...args: string[]): Promise<Ended> =>
    this.end(process.execPath, [join(this.tree, 'src/documents/compare/main.ts'), ...args]);

  /** The comparison with the last release reads waivers, which are YAML. */
  async symlinkYaml(): Promise<void> {
    await symlink(join(root, 'node_modules'), join(this.tree, 'node_modules')).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

export function changed(version: 'v1' | 'v2', change: (draft: Draft) => void): Draft {
  const draft = draftOf(bundles[version]);
  change(draft);
  return draft;
}
