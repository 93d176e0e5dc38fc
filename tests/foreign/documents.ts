import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

// Every document of OpenAPI 3 in the three packages. A package that gains one has it tested; what is not, is listed.

const packages = join(import.meta.dirname, '../../node_modules');

export interface ForeignDocument {
  readonly name: string;
  readonly file: string;
}

/** Files that are left out, and why. The suite fails for one that is no longer there. */
export const leftOut: Readonly<Record<string, string>> = {
  '@octokit/openapi/generated/*.deref.json': 'the document beside it with its references resolved: five times the size',
  '@octokit/openapi/generated/ghes-*.json': 'releases of GitHub to run oneself: nine tenths of what ghec.json has',
};

export const documents: readonly ForeignDocument[] = [
  ...filesIn('@octokit/openapi/generated'),
  ...filesIn('@scalar/galaxy/dist').filter(({ name }) => name.endsWith('/3.1.json')),
  ...filesIn('@readme/oas-examples/3.0/json'),
  ...filesIn('@readme/oas-examples/3.1/json'),
].filter(({ name }) => !Object.keys(leftOut).some((pattern) => isLike(pattern, name)));

export function filesLike(pattern: string): ForeignDocument[] {
  return filesIn(pattern.slice(0, pattern.lastIndexOf('/'))).filter(({ name }) => isLike(pattern, name));
}

function isLike(pattern: string, name: string): boolean {
  const [start = '', end = ''] = pattern.split('*');
  return name.startsWith(start) && name.endsWith(end);
}

function filesIn(folder: string): ForeignDocument[] {
  return readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith('package.json'))
    .sort()
    .map((name) => ({ name: relative(packages, join(packages, folder, name)), file: join(packages, folder, name) }));
}
