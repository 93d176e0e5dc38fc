import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Folder, type Ended } from '../../../support/folder.ts';
import { bundles } from './bundle.ts';
import { draftOf, type Draft } from './edit.ts';

export const root = join(import.meta.dirname, '../../../..');
const copied = ['src/documents/compare', 'src/documents/reader', 'src/platform/terminal-text.ts'];

/** A folder with the comparison and the documents, which a test can change and release. */
export class Checkout extends Folder {
  override async open(): Promise<void> {
    await super.open();
    for (const path of copied) await cp(join(root, path), join(this.tree, path), { recursive: true });
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
