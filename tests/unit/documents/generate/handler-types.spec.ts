import { expect } from 'chai';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { generateFixture } from './generated.ts';

const right = `
import { created, noContent, ok, okVersioned } from './src/contract/controller/responses.ts';
import type { Handlers } from './generated/v2/handlers.ts';
import type { Note } from './generated/v2/types.ts';

export const note: Note = {
  id: 'a', text: 'b', colour: 'red', secret: null, content: { kind: 'link', url: 'c' }, version: 1, created_at: 'd',
};

export const handlers: Handlers = {
  listNotes: async ({ query }, unit) => {
    const limit: number = query.limit;
    const colours: readonly string[] | undefined = query.colour;
    const has_more = unit.actor.is_operator && colours !== undefined;
    return ok({ data: [note], page: { limit, has_more, next_cursor: query.text ?? null } }, { link: '</x>; rel="next"' });
  },
  createNote: async ({ body, headers }) =>
    created({ ...note, text: body.text, secret: headers['idempotency-key'] ?? null }, '/x'),
  getNote: async ({ path, headers }) =>
    okVersioned({ ...note, id: path.note_id, secret: headers['if-none-match'] ?? null }),
  updateNote: async ({ body }) => okVersioned({ ...note, text: body.text ?? '' }),
  deleteNote: async () => noContent(),
  getNoteStats: async (_request, unit) => ok({ total: unit.actor === undefined ? 0 : 1 }),
};
`;

/** Mistake -> handlers with it, and the error of the compiler. */
const mistakes: Readonly<Record<string, readonly [handlers: string, complaint: RegExp]>> = {
  'a missing handler': [
    'const { deleteNote, ...others } = handlers; void deleteNote; const wrong: Handlers = others;',
    /'deleteNote' is missing/,
  ],
  'a handler for an operation that the contract lacks': [
    'const wrong: Handlers = { ...handlers, snoozeNote: async () => noContent() };',
    /'snoozeNote' does not exist/,
  ],
  'a body without a property': [
    'const { text, ...rest } = note; void text;' +
      'const wrong: Handlers = { ...handlers, getNote: async () => okVersioned(rest) };',
    /'text' is missing/,
  ],
  'a property of the wrong type': [
    'const wrong: Handlers = { ...handlers, getNote: async () => okVersioned({ ...note, text: 1 }) };',
    /'number' is not assignable to type 'string'/,
  ],
  'a value outside its enum': [
    "const wrong: Handlers = { ...handlers, getNote: async () => okVersioned({ ...note, colour: 'blue' as const }) };",
    /"blue"' is not assignable/,
  ],
  'an undeclared status': [
    "const wrong: Handlers = { ...handlers, getNote: async () => created(note, '/x') };",
    /201' is not assignable/,
  ],
  'a body in a response without one': [
    'const wrong: Handlers = { ...handlers, deleteNote: async () => ({ status: 204, body: note }) };',
    /is not assignable to type 'undefined'/,
  ],
  'a response without its body': [
    'const wrong: Handlers = { ...handlers, getNoteStats: async () => ok(undefined) };',
    /'undefined' is not assignable/,
  ],
  'a missing required header': [
    'const wrong: Handlers = { ...handlers, getNote: async () => ok(note) };',
    /'etag' is missing/,
  ],
  'no headers although one is required': [
    'const wrong: Handlers = { ...handlers, getNote: async () => ({ status: 200, body: note }) };',
    /'headers' is missing/,
  ],
  'an error that is returned instead of thrown': [
    "const wrong: Handlers = { ...handlers, getNote: async () => ({ status: 404, body: { type: '', title: '', status: 404, detail: '', instance: '', code: '', request_id: '' } }) };",
    /404' is not assignable/,
  ],
  'a parameter that the contract lacks': [
    'const wrong: Handlers = { ...handlers, listNotes: async ({ query }) => { void query.page; throw new Error(); } };',
    /'page' does not exist/,
  ],
  'an optional parameter used as if always present': [
    'const wrong: Handlers = { ...handlers, listNotes: async ({ query }) => { void query.text.length; throw new Error(); } };',
    /'query.text' is possibly 'undefined'/,
  ],
  'a request body in an operation without one': [
    'const wrong: Handlers = { ...handlers, getNote: async ({ body }) => okVersioned({ ...note, text: body.text }) };',
    /'text' does not exist on type 'never'|'body' is possibly 'undefined'|Object is possibly 'undefined'/,
  ],
  'an actor used as if always present in a public operation': [
    'const wrong: Handlers = { ...handlers, getNoteStats: async (_r, unit) => { void unit.actor.user_id; return ok({ total: 1 }); } };',
    /'unit.actor' is possibly 'undefined'/,
  ],
};

const head =
  "import { created, noContent, ok, okVersioned } from './src/contract/controller/responses.ts';\n" +
  "import type { Handlers } from './generated/v2/handlers.ts';\n" +
  "import { handlers, note } from './right.ts';\n" +
  'void created; void noContent; void ok; void okVersioned; void note;\n';

describe('the types of handlers', function () {
  this.timeout(60_000);
  let folder: string;
  /** File name -> the errors of the compiler. */
  const complaints = new Map<string, string[]>();

  before(async () => {
    folder = await generateFixture();
    await writeFile(join(folder, 'right.ts'), right);
    for (const [index, [code]] of Object.values(mistakes).entries()) {
      await writeFile(join(folder, `wrong${index}.ts`), `${head}${code}\nvoid wrong;\n`);
    }
    const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
      config: object;
    };
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['*.ts'] }, ts.sys, folder);
    const files = ['right.ts', ...Object.keys(mistakes).map((_, index) => `wrong${index}.ts`)];
    const program = ts.createProgram({ rootNames: files.map((file) => join(folder, file)), options });
    for (const file of files) {
      const source = program.getSourceFile(join(folder, file));
      const found = ts.getPreEmitDiagnostics(program, source);
      complaints.set(
        file,
        found.map((it) => ts.flattenDiagnosticMessageText(it.messageText, '\n')),
      );
    }
  });
  after(async () => await rm(folder, { recursive: true }));

  it('accept handlers that match the contract', () => {
    expect(complaints.get('right.ts')).to.deep.equal([]);
  });

  for (const [index, [what, [, complaint]]] of Object.entries(mistakes).entries()) {
    it(`refuse ${what}`, () => {
      expect(complaints.get(`wrong${index}.ts`)?.join('\n')).to.match(complaint);
    });
  }
});
