import { expect } from 'chai';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { generate } from '../../../../src/documents/generate/generate.ts';
import { writeFiles } from '../../../../src/documents/generate/output.ts';
import { scaffold } from '../../../../src/documents/generate/scaffold.ts';
import { fixture } from './generated.ts';

const root = join(import.meta.dirname, '../../../..');
const controller = 'src/modules/notes/notes.controller.ts';
const service = 'src/modules/notes/notes.service.ts';

/** Type declarations of the language and of packages, which all cases share: read and parsed once. */
const declarations = new Map<string, ts.SourceFile | undefined>();

function hostFor(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes('/node_modules/')) return read(file, ...rest);
    if (!declarations.has(file)) declarations.set(file, read(file, ...rest));
    return declarations.get(file);
  };
  return host;
}

describe('scaffold', function () {
  this.timeout(60_000);
  let folder: string;
  let committed: Readonly<Record<string, string>>;

  before(async () => {
    ({ committed } = await generate(fixture));
  });

  /** A folder with the fixture's contract and a copy of src, which the scaffold writes to. */
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'architect-scaffold-'));
    for (const name of ['node_modules', 'package.json', 'tsconfig.json', '.prettierrc.json']) {
      await symlink(join(root, name), join(folder, name));
    }
    for (const name of ['client', 'contract', 'problems', 'platform']) {
      await cp(join(root, 'src', name), join(folder, 'src', name), { recursive: true });
    }
    await put(
      'src/app-context.ts',
      `import type { Pager } from './contract/controller/pager.ts';\nexport interface AppContext { readonly pager: Pager }\n`,
    );
    await put(
      'src/modules/module.ts',
      `import type { Handlers as V1 } from '../../generated/v1/handlers.ts';\nimport type { Handlers as V2 } from '../../generated/v2/handlers.ts';\nexport interface Module { readonly v1?: Partial<V1>; readonly v2?: Partial<V2> }\n`,
    );
    await writeFiles(join(folder, 'generated'), committed);
    await put(
      'tests/support/app.ts',
      `import type { paths as PathsV1 } from '../../generated/v1/types.ts';
import type { HttpClient } from '../../src/client/http-client.ts';
export interface TestApp { readonly v1: HttpClient<PathsV1>; readonly v2: HttpClient }
export declare function useApp(): TestApp;\n`,
    );
    await put(
      'tests/support/accounts.ts',
      `import type { TestApp } from './app.ts';\nexport declare function createAccount(app: TestApp): Promise<TestApp>;\n`,
    );
  });
  afterEach(async () => await rm(folder, { recursive: true }));

  async function put(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const read = async (file: string) => await readFile(join(folder, file), 'utf8');

  /** Compiles files with the settings of the repository, and returns the errors. */
  function complaints(files: readonly string[]): string[] {
    const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
      config: object;
    };
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, folder);
    const rootNames = files.map((file) => join(folder, file));
    const program = ts.createProgram({ rootNames, options, host: hostFor(options) });
    return files.flatMap((file) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(join(folder, file)))
        .map((it) => `${file}: ${ts.flattenDiagnosticMessageText(it.messageText, '\n')}`),
    );
  }

  it('writes controller, service and test of a new tag, which compile', async () => {
    const { written, hints } = await scaffold(folder, 'createNote');
    const module = 'src/modules/notes/module.ts';
    expect(written).to.have.members([controller, service, module, 'tests/api/notes/createNote.spec.ts']);
    expect(hints).to.deep.equal([
      'add notes: createNotesModule to src/modules/modules.ts, after the modules that it imports',
    ]);
    expect(complaints(written)).to.deep.equal([]);
    expect(await read(module)).to.contain('return { v2: createNotesController({ pager }) } satisfies Module;');
    expect(await read('tests/api/notes/createNote.spec.ts')).to.contain("describe('v2 createNote POST /notes'");
  });

  it('returns the kind of response that the contract declares', async () => {
    await scaffold(folder, 'createNote');
    const text = await read(controller);
    expect(text).to.contain('return created(result, paths.getNote({ note_id: result.id }))');
    expect(text).to.contain('return okVersioned(await updateNote(unit, path.note_id, body, precondition))');
    expect(text).to.contain('await deleteNote(unit, path.note_id);\n      return noContent();');
    expect(text).to.contain("import { paths } from '../../../generated/v2/paths.ts';");
    expect(text).to.contain('const list = paths.listNotes();');
    expect(text).to.contain('return pager.respond(list, query, await listNotes(unit, query, pager.read(list, query)))');
    expect(await read(service)).to.contain('Promise<Slice<Note>>');
  });

  it('makes stubs that return 501', async () => {
    await scaffold(folder, 'getNoteStats');
    const module = (await import(join(folder, 'src/modules/note-stats/note-stats.service.ts'))) as {
      getNoteStats: () => Promise<never>;
    };
    const error: unknown = await module.getNoteStats().catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'not_implemented', status: 501 });
  });

  it('adds to an existing controller, and keeps its content', async () => {
    await put(
      controller,
      `import type { NotesHandlers } from '../../../generated/v2/handlers.ts';
import { noContent } from '../../contract/controller/responses.ts';
import * as notes from './notes.service.ts';

export function createNotesController(): Omit<NotesHandlers, 'listNotes' | 'createNote' | 'getNote'> {
  return {
    // Cannot be undone.
    async deleteNote({ path }, unit) {
      await notes.deleteNote(unit, path.note_id);
      return noContent();
    },
  };
}
`,
    );
    await put(
      service,
      `import type { Unit } from '../../platform/unit.ts';

export async function deleteNote(unit: Unit, noteId: string): Promise<void> {
  await unit.db.knex('notes').where({ id: noteId }).delete();
}
`,
    );
    expect(complaints([controller])).to.have.length(1);
    const { written, hints } = await scaffold(folder, 'updateNote');
    expect(written).to.include.members([controller, service]);
    expect(hints).to.deep.equal(['create the resource of note_id in tests/api/notes/updateNote.spec.ts']);
    expect(complaints(written)).to.deep.equal([]);
    const text = await read(controller);
    expect(text).to.contain('// Cannot be undone.').and.to.contain('await notes.updateNote(unit, path.note_id, body');
    expect(text).to.contain('import { noContent, okVersioned } from');
    expect(await read(service))
      .to.contain('.delete();')
      .and.to.contain('function updateNote');
  });

  it('changes nothing the second time', async () => {
    await scaffold(folder, 'createNote');
    expect(await scaffold(folder, 'createNote')).to.deep.equal({ written: [], hints: [] });
  });

  it('skips operations that another controller of the tag implements', async () => {
    await scaffold(folder, 'createNote');
    const text = await read(controller);
    await put('src/modules/notes/deletion.controller.ts', text);
    await put(controller, 'export function createNotesController() {\n  return {};\n}\n');
    expect((await scaffold(folder, 'deleteNote')).written).to.deep.equal(['tests/api/notes/deleteNote.spec.ts']);
    expect((await scaffold(folder, 'v1:getNote')).written).to.include('src/modules/notes/notes.v1.controller.ts');
  });

  it('writes a stub for v1 if the name has the prefix v1:', async () => {
    const { written } = await scaffold(folder, 'v1:getNote');
    expect(written).to.include.members([
      'src/modules/notes/notes.v1.controller.ts',
      'tests/api/notes/v1/getNote.spec.ts',
    ]);
    expect(await read('tests/api/notes/v1/getNote.spec.ts')).to.contain("describe('v1 getNote GET /notes/{note_id}'");
    expect(complaints(written)).to.deep.equal([]);
  });

  it('creates the resources in the path with the factories of the tests, parents first', async () => {
    await put(
      'tests/support/factories.ts',
      `import type { TestApp } from './app.ts';
type Account = TestApp;
interface Made { readonly id: string }
export declare function createShelf({ v2 }: Pick<Account, 'v2'>, overrides?: object): Promise<Made>;
export declare function createNote({ v2 }: Pick<Account, 'v2'>, shelf: Made): Promise<Made>;\n`,
    );
    const { written, hints } = await scaffold(folder, 'deleteNote');
    const text = await read('tests/api/notes/deleteNote.spec.ts');
    expect(text).to.contain(`import { createShelf, createNote } from '../../support/factories.ts';`);
    expect(text).to.match(
      /const shelf = await createShelf\(account\);\s+const note = await createNote\(account, shelf\);/,
    );
    expect(text).to.match(/path: \{ note_id: note\.id \}/);
    expect(hints.join()).not.to.contain('note_id');
    expect(complaints(written)).to.deep.equal([]);
  });

  it('reports ids without a factory', async () => {
    const { hints } = await scaffold(folder, 'deleteNote');
    expect(hints).to.include('create the resource of note_id in tests/api/notes/deleteNote.spec.ts');
  });

  it('says what to do if the contract does not have the operation', async () => {
    const error: unknown = await scaffold(folder, 'snoozeNote').catch((thrown: unknown) => thrown);
    expect(String(error)).to.contain('snoozeNote is not in the v2 bundle: add it to openapi/, then run make generate');
  });
});
