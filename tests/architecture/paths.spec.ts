import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { documentedOperations } from '../support/contract/document.ts';

// The contract defines the paths. Code imports them from generated/v1/paths.ts and generated/v2/paths.ts. Texts may
// name only existing operations.

const root = join(import.meta.dirname, '../..');

/** Returns each string and each part of a template, with its place as `file:line`. */
function textsOf(file: string, code: string): { readonly text: string; readonly at: string }[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: { text: string; at: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ text: node.text, at: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function handWritten(file: string, code: string): string[] {
  return textsOf(file, code)
    .filter(({ text }) => /^\/api\/v\d/.test(text))
    .map(({ text, at }) => `${at} ${text}`);
}

/** Returns each mention of an operation in a text, such as `POST /api/v2/projects`. */
function named(file: string, code: string): { readonly name: string; readonly at: string }[] {
  return textsOf(file, code).flatMap(({ text, at }) =>
    [...text.matchAll(/\b(?:GET|POST|PUT|PATCH|DELETE) \/api\/v\d[\w{}/-]*/g)].map(([name]) => ({ name, at })),
  );
}

const read = (pattern: string): (readonly [file: string, code: string])[] =>
  globSync(pattern, { cwd: root }).map((file) => [file, readFileSync(join(root, file), 'utf8')]);

describe('paths', () => {
  for (const code of [
    "const list = '/api/v2/tasks';",
    'const list = `/api/v1/tasks`;',
    'const here = `/api/v2/tasks/${task.id}`;',
    'const link = `${publicUrl}/api/v2/tasks/${id}`;',
    'const link = `${publicUrl}/api/v2/tasks`;',
    "const link = publicUrl + '/api/v3/tasks';",
  ]) {
    it(`as literals are found: ${code}`, () => {
      expect(handWritten('a.ts', code)).to.have.length(1);
    });
  }

  it('are not literals in a module', () => {
    const files = read('src/modules/**/*.ts');
    expect(files).not.to.be.empty;
    expect(files.flatMap(([file, code]) => handWritten(file, code))).to.deep.equal([]);
  });

  it('in texts, with a method, belong to operations', () => {
    const operations = documentedOperations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const found = read('src/**/*.ts').flatMap(([file, code]) => named(file, code));
    expect(found.map(({ name }) => name)).to.include('POST /api/v2/auth/password-reset');
    expect(found.filter(({ name }) => !operations.includes(name))).to.deep.equal([]);
  });
});
