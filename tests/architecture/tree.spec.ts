import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'chai';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';

const root = join(import.meta.dirname, '../..');

/** Returns the spec file of an operation: `tests/api` mirrors `openapi`. */
function specFileOf({ version, id, written }: DocumentedOperation): string {
  const folder = version === 'v1' ? `${written.tags[0] ?? ''}/v1` : written.tags[0];
  return `tests/api/${folder ?? ''}/${id}.spec.ts`;
}

/** `v2 createTask POST /projects/{project_id}/tasks` */
function titleOf({ version, id, method, path }: DocumentedOperation): string {
  return `${version} ${id} ${method} ${path.replace(`/api/${version}`, '')}`;
}

describe('the tree', () => {
  it('has no file named utils, helpers, common or manager', () => {
    const files = globSync('{src,tests,openapi,deploy}/**/*', { cwd: root, exclude: ['**/node_modules'] });
    // As the last word of a name, not as an adjective: `task-helpers.ts`, but not `common-passwords.txt`.
    const isVague = (file: string): boolean =>
      /(^|[-.])(utils?|helpers?|common|managers?)(\.[a-z]+)*$/i.test(basename(file));
    expect(files.filter(isVague)).to.deep.equal([]);
    expect(files).not.to.be.empty;
  });

  it('names files in kebab-case', () => {
    const files = globSync('src/**/*.ts', { cwd: root });
    expect(files.filter((file) => !/^[a-z0-9]+([.-][a-z0-9]+)*\.ts$/.test(basename(file)))).to.deep.equal([]);
  });

  it('has a spec file for every operation, named by its operationId', () => {
    const missing = documentedOperations.map(specFileOf).filter((file) => globSync(file, { cwd: root }).length === 0);
    expect(missing).to.deep.equal([]);
  });

  it('has no spec file below tests/api that belongs to no operation', () => {
    const expected = new Set(documentedOperations.map(specFileOf));
    const found = globSync('tests/api/*/**/*.spec.ts', { cwd: root });
    expect(found.filter((file) => !expected.has(file))).to.deep.equal([]);
  });

  it('titles each spec file with version, operationId, method and path', () => {
    const wrong = documentedOperations.filter((operation) => {
      const text = readFileSync(join(root, specFileOf(operation)), 'utf8');
      const outermost = [...text.matchAll(/^describe\((?<title>'[^']*'|[^,]*),/gm)].map(
        ({ groups }) => groups!['title']!,
      );
      return outermost.length === 0 || outermost.some((title) => !title.startsWith(`'${titleOf(operation)}`));
    });
    expect(wrong.map(titleOf)).to.deep.equal([]);
  });

  it('has one folder per tag in openapi and in src/modules', () => {
    const tags = [...new Set(documentedOperations.flatMap(({ written }) => written.tags))];
    const folders = (pattern: string): string[] =>
      globSync(pattern, { cwd: root }).map((file) => basename(dirname(file)));
    const modules = new Set(folders('src/modules/*/*.controller.ts'));
    const contracts = new Set(folders('openapi/*/*.yaml'));
    expect(tags.filter((tag) => !modules.has(tag))).to.deep.equal([]);
    expect(tags.filter((tag) => !contracts.has(tag))).to.deep.equal([]);
  });
});
