import { expect } from 'chai';
import { rm, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation, Parameter } from '../../../../src/contract/operation.ts';
import { operations as v1 } from '../../../../generated/v1/operations.ts';
import { paths as pathsV1 } from '../../../../generated/v1/paths.ts';
import { operations as v2 } from '../../../../generated/v2/operations.ts';
import { paths as pathsV2 } from '../../../../generated/v2/paths.ts';
import { pathsFile } from '../../../../src/documents/generate/paths-file.ts';

type Builder = (path: Readonly<Record<string, string | number | boolean>>) => string;

const names = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);

describe('the paths of operations', () => {
  for (const [version, operations, paths] of [
    ['v1', v1, pathsV1],
    ['v2', v2, pathsV2],
  ] as const) {
    const builders = paths as unknown as Readonly<Record<string, Builder>>;

    it(`exist for each operation of ${version}, and for nothing else`, () => {
      expect(Object.keys(paths)).to.deep.equal(operations.map(({ id }) => id));
    });

    it(`contain each value of ${version} at its position`, () => {
      for (const { id, path } of operations) {
        const values = Object.fromEntries(names(path).map((name) => [name, `its ${name}/?#%`]));
        const expected = names(path).reduce<string>(
          (text, name) => text.replace(`{${name}}`, encodeURIComponent(values[name]!)),
          path,
        );
        expect(builders[id]!(values), id).to.equal(expected);
      }
    });
  }

  describe('of other documents', () => {
    let folder: string;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'architect-paths-'));
    });
    after(async () => await rm(folder, { recursive: true }));

    const parameter = (name: string, style: Parameter['style'] = 'simple'): Parameter => ({
      name,
      in: 'path',
      required: true,
      style,
      explode: false,
      type: { kind: 'string' },
      validator: '',
    });
    const query: Parameter = { ...parameter('colour', 'form'), in: 'query' };

    for (const [index, [what, path, parameters, expected]] of (
      [
        ['a number', '/notes/{id}', [parameter('id')], '/notes/1'],
        ['no value', '/notes', [query], '/notes'],
        ['two values in one segment', '/diffs/{from}...{to}', [parameter('to'), parameter('from')], '/diffs/a%2Fb...2'],
        ['a name that is not an identifier', '/notes/{note-id}', [parameter('note-id')], '/notes/true'],
        ['a name that is a number', '/notes/{0}', [parameter('0')], '/notes/%C3%A9'],
        ['a label', '/notes/{id}', [parameter('id', 'label')], '/notes/.1'],
        ['a matrix', '/notes/{id}', [parameter('id', 'matrix')], '/notes/;id=1'],
        ['characters that are special in TypeScript strings', "/a`${'b'}\\'/{id}", [parameter('id')], "/a`${'b'}\\'/1"],
      ] as const
    ).entries()) {
      it(`support ${what}`, async () => {
        const file = join(folder, `paths${index}.ts`);
        const operation = { id: 'get-note', path, parameters } as unknown as Operation;
        await writeFile(file, pathsFile([operation]));
        const { paths } = (await import(file)) as { paths: Readonly<Record<string, Builder>> };
        const values = { id: 1, from: 'a/b', to: 2, 'note-id': true, 0: 'é' };
        expect(paths['get-note']!(values)).to.equal(expected);
      });
    }
  });
});
