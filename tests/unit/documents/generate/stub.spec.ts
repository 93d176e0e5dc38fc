import { expect } from 'chai';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { stubOf } from '../../../../src/documents/generate/stub.ts';

const parameter = (name: string) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } });

/** A document with notes of a board. The response of `POST` has the given status and links. */
function documentWith(status: number, headers: readonly string[], links?: Readonly<Record<string, object>>): Document {
  const described = {
    description: 'The note.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
  };
  const responses = {
    [status]: {
      ...described,
      headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
      ...(links === undefined ? {} : { links }),
    },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Notes', version: '2.0.0' },
    components: { schemas: { Note: { type: 'object' } } },
    paths: {
      '/boards/{board_id}/notes': {
        parameters: [parameter('board_id')],
        post: { operationId: 'createNote', tags: ['notes'], responses },
      },
      '/notes/{note_id}': {
        get: {
          operationId: 'getNote',
          tags: ['notes'],
          parameters: [parameter('note_id')],
          responses: { 200: described },
        },
      },
      '/boards/{id}/{kind}/{note_id}': {
        get: {
          operationId: 'getBoardNote',
          tags: ['notes'],
          parameters: ['id', 'kind', 'note_id'].map(parameter),
          responses: { 200: described },
        },
      },
    },
  };
}

const linkTo = (operationId: string, parameters: object) => ({ one: { operationId, parameters } });
const note = linkTo('getNote', { note_id: '$response.body#/id' });

describe('the stub of an operation', () => {
  for (const [what, document, location] of [
    [
      '201 with an ETag',
      documentWith(201, ['Location', 'ETag'], note),
      'created(result, paths.getNote({ note_id: result.id }))',
    ],
    [
      '201 without one',
      documentWith(201, ['Location'], note),
      'headers: { location: paths.getNote({ note_id: result.id }) }',
    ],
    ['202', documentWith(202, ['Location'], note), 'accepted(result, paths.getNote({ note_id: result.id }))'],
    [
      'a link that takes values of the request, of deeper members and of its own',
      documentWith(
        202,
        ['Location'],
        linkTo('getBoardNote', {
          id: '$request.path.board_id',
          kind: 'plain',
          note_id: '$response.body#/note/id',
          limit: 10,
        }),
      ),
      "paths.getBoardNote({ id: path.board_id, kind: 'plain', note_id: result.note.id })",
    ],
    [
      'the first of several links',
      documentWith(202, ['Location'], { ...note, two: { operationId: 'getBoardNote' } }),
      'paths.getNote({ note_id: result.id })',
    ],
    ['no link', documentWith(202, ['Location']), 'accepted(result, paths.createNote(path))'],
    [
      'a link by reference to another document',
      documentWith(202, ['Location'], { one: { operationRef: 'https://example.com/openapi.json#/paths/x' } }),
      'accepted(result, paths.createNote(path))',
    ],
  ] as const) {
    it(`sends the Location of ${what}`, () => {
      const stub = stubOf(document, 'createNote');
      expect(stub.handler).to.contain(location);
      expect(stub.handlerImports.map(({ name, from }) => `${name} ${from}`)).to.include(
        'paths ../../../generated/v2/paths.ts',
      );
    });
  }

  it('sends no Location if the contract does not declare it', () => {
    const stub = stubOf(documentWith(201, []), 'createNote');
    expect(stub.handler).not.to.contain('paths.');
    expect(stub.handlerImports).to.deep.equal([]);
  });
});
