import type { Document, OperationObject, ParameterObject, PathItem } from '../../../src/documents/generate/document.ts';

// A contract whose few operations use every feature of the engine.

const id = { type: 'string', format: 'uuid', maxLength: 36 };
const text = { type: 'string', minLength: 1, maxLength: 200, pattern: '^[^\\x00]*$' };
const responseHeaders = {
  ETag: { required: true, schema: { type: 'string', maxLength: 100, pattern: '^"[0-9]+"$' } },
  Location: { required: true, schema: { type: 'string', maxLength: 500 } },
};

const note = {
  type: 'object',
  required: ['id', 'text', 'colour', 'version'],
  properties: {
    id,
    text,
    colour: { type: 'string', enum: ['red', 'blue'] },
    version: { type: 'integer', minimum: 1, maximum: 2147483647 },
  },
};
const noteCreate = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text,
    colour: { type: 'string', enum: ['red', 'blue'] },
    weight: { type: 'integer', minimum: 0, maximum: 1000 },
    extra: { type: 'object' },
  },
};
const notePage = {
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'array', maxItems: 100, items: { $ref: '#/components/schemas/Note' } } },
};

const noteId: ParameterObject = { name: 'note_id', in: 'path', required: true, schema: id };
const query = (name: string, schema: object): ParameterObject => ({ name, in: 'query', schema: { ...schema } });
const header = (name: string, schema: object): ParameterObject => ({ name, in: 'header', schema: { ...schema } });
const json = (schema: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } });

const bearer = [{ bearerAuth: ['notes:read'] }, { sessionCookie: [] }];
const changing = [{ bearerAuth: ['notes:write'] }, { sessionCookie: [], csrfToken: [] }];

function operation(operationId: string, rest: Partial<OperationObject>): OperationObject {
  return {
    operationId,
    tags: ['notes'],
    security: bearer,
    responses: {},
    'x-role': 'viewer',
    'x-rate-limit': 'read',
    ...rest,
  };
}

const ok = (schema: string, headers = {}) => ({ description: 'ok', headers, content: json(schema) });
const none = { description: 'nothing' };

const notes: PathItem = {
  get: operation('listNotes', {
    parameters: [
      query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
      query('colour', { type: 'array', maxItems: 2, items: { type: 'string', enum: ['red', 'blue'] } }),
      query('text', text),
      query('pinned', { type: 'boolean' }),
      header('X-Organization-Id', id),
    ],
    responses: { 200: ok('NotePage'), 404: none },
  }),
  post: operation('createNote', {
    security: changing,
    'x-role': 'member',
    'x-rate-limit': 'write',
    parameters: [
      header('Idempotency-Key', { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' }),
    ],
    'x-body-bytes-max': 2000,
    requestBody: { required: true, content: json('NoteCreate') },
    responses: { 201: ok('Note', responseHeaders), 404: none, 409: none },
  }),
};

const singleNote: PathItem = {
  parameters: [noteId],
  get: operation('getNote', { responses: { 200: ok('Note', { ETag: responseHeaders.ETag }), 304: none, 404: none } }),
  patch: operation('updateNote', {
    security: changing,
    'x-role': 'admin',
    'x-rate-limit': 'write',
    parameters: [header('If-Match', { type: 'string', maxLength: 500 })],
    requestBody: {
      required: true,
      content: { ...json('NoteCreate'), 'application/merge-patch+json': json('NoteCreate')['application/json'] },
    },
    responses: { 200: ok('Note', { ETag: responseHeaders.ETag }), 404: none },
  }),
  delete: operation('deleteNote', { security: changing, 'x-rate-limit': 'write', responses: { 204: none, 404: none } }),
};

export const smallContract: Document = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '2.0.0' },
  tags: [{ name: 'notes' }],
  paths: {
    '/api/v2/notes': notes,
    '/api/v2/notes/{note_id}': singleNote,
    '/api/v2/notes/stats': {
      get: operation('getNoteStats', {
        security: [],
        'x-role': 'anonymous',
        'x-rate-limit': 'public',
        responses: { 200: ok('Stats') },
      }),
    },
    '/api/v2/notes/import': {
      post: operation('importNotes', {
        security: changing,
        'x-transaction': 'none',
        'x-rate-limit': 'write',
        parameters: [header('Idempotency-Key', { type: 'string', minLength: 1, maxLength: 200 })],
        requestBody: { content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
        responses: { 202: none, 409: none },
      }),
    },
    '/api/v2/notes/export': {
      get: operation('exportNotes', {
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/x-ndjson': {
                schema: { type: 'string', contentSchema: { $ref: '#/components/schemas/Note' } },
              },
              'text/csv': {
                schema: { type: 'string', contentSchema: { $ref: '#/components/schemas/NoteRow' } },
              },
            },
          },
        },
      }),
    },
    '/api/v2/sign-in': {
      post: operation('signIn', {
        security: [],
        'x-role': 'anonymous',
        'x-rate-limit': 'auth',
        requestBody: { required: true, content: json('SignIn') },
        responses: { 204: none },
      }),
    },
    '/api/v2/organizations/{organization_id}/notes': {
      get: operation('listOrganizationNotes', {
        parameters: [{ ...noteId, name: 'organization_id' }],
        responses: { 200: ok('NotePage'), 404: none },
      }),
    },
    '/api/v2/machines': {
      get: operation('listMachines', { 'x-role': 'operator', responses: { 200: ok('NotePage') } }),
    },
    '/api/v2/old-notes/{id}': {
      get: operation('getOldNote', {
        deprecated: true,
        'x-deprecated-at': '2026-01-01T00:00:00Z',
        'x-sunset': '2027-01-01T00:00:00Z',
        'x-successor': 'getNote',
        parameters: [{ ...noteId, name: 'id' }],
        responses: {
          200: ok('Note', { ETag: responseHeaders.ETag, Link: { required: true, schema: { type: 'string' } } }),
        },
      }),
    },
  },
  components: {
    schemas: {
      Note: note,
      NoteCreate: noteCreate,
      NotePage: notePage,
      NoteRow: {
        type: 'object',
        required: ['id', 'text', 'colours'],
        properties: {
          id,
          text: { ...text, type: ['string', 'null'] },
          colours: { type: 'array', maxItems: 9, items: { type: 'string', maxLength: 20 } },
        },
      },
      Stats: {
        type: 'object',
        required: ['total'],
        properties: { total: { type: 'integer', minimum: 0, maximum: 9 } },
      },
      SignIn: {
        type: 'object',
        additionalProperties: false,
        required: ['email'],
        properties: { email: { type: 'string', format: 'email', maxLength: 254 } },
      },
    },
    securitySchemes: {
      bearerAuth: { type: 'http', scheme: 'bearer' },
      sessionCookie: { type: 'apiKey', in: 'cookie', name: 'session' },
      csrfToken: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
    },
  },
};
