import { generatorPlants } from './generator-plants.ts';
import { parameterPlants } from './parameter-plants.ts';

/** A violation of a rule of the contract, as a change to the fixture. */
export interface Plant {
  /** File under the fixture -> what to replace in it, and by what. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The document with the violation; v2 if absent. */
  readonly document?: 'v1';
  /** One more file that the violation needs. */
  readonly extra?: readonly [file: string, content: string];
}

const list = 'notes/notes.yaml';
const note = 'notes/note.yaml';
const schema = (name: string) => `notes/schemas/${name}.yaml`;

const statuses = ['304', '400', '401', '403', '404', '406', '412', '413', '415', '429', '431', '500', '503'];

/** Own rule -> violations, each of which it must report. */
export const plants: Readonly<Record<string, readonly Plant[]>> = {
  'operation-key-order': [
    {
      file: list,
      from: 'operationId: listNotes\n  summary: List notes',
      to: 'summary: List notes\n  operationId: listNotes',
    },
  ],
  'operation-name': [
    { file: list, from: 'operationId: listNotes', to: 'operationId: ListNotes' },
    { file: list, from: 'operationId: listNotes', to: 'operationId: notes' },
    { file: list, from: 'operationId: listNotes', to: 'operationId: list_notes' },
  ],
  'operation-one-tag': [{ file: list, from: 'tags: [notes]', to: 'tags: [notes, note-stats]' }],
  'operation-summary-style': [
    { file: list, from: 'summary: List notes', to: 'summary: list notes' },
    { file: list, from: 'summary: List notes', to: 'summary: List notes.' },
    { file: list, from: 'summary: List notes', to: `summary: List notes${' and more'.repeat(8)}` },
    { file: list, from: 'summary: List notes', to: 'summary: List All Notes' },
    { file: list, from: "  description: The caller's notes, newest first.\n", to: '' },
  ],
  'operation-role': [
    { file: list, from: '  x-role: viewer\n', to: '' },
    { file: list, from: 'x-role: viewer', to: 'x-role: boss' },
    { file: list, from: 'x-role: viewer', to: 'x-role: anonymous' },
    { file: 'notes/stats.yaml', from: 'x-role: anonymous', to: 'x-role: viewer' },
  ],
  'operation-rate-limit': [
    { file: list, from: '  x-rate-limit: read\n', to: '' },
    { file: list, from: 'x-rate-limit: read', to: 'x-rate-limit: fast' },
  ],
  'operation-changes': [
    { file: list, from: '  x-audit: note.create\n', to: '' },
    { file: list, from: 'x-audit: note.create', to: 'x-audit: created' },
    { file: list, from: 'x-audit: note.create', to: 'x-audit: none' },
    { file: list, from: '  x-emits: [note.created]\n', to: '' },
    { file: list, from: 'x-emits: [note.created]', to: 'x-emits: [created]' },
    { file: list, from: 'x-rate-limit: read', to: 'x-rate-limit: read\n  x-emits: [note.created]' },
    { file: note, from: 'x-transaction: none', to: 'x-transaction: own' },
  ],
  'operation-consistency': [
    { file: list, from: 'x-rate-limit: read', to: 'x-rate-limit: read\n  x-consistency: weak' },
    { file: note, from: 'x-transaction: none', to: 'x-transaction: none\n  x-consistency: bounded' },
    { file: 'notes/stats.yaml', from: 'x-role: anonymous', to: 'x-role: anonymous\n  x-consistency: bounded' },
  ],
  'operation-security': [
    { file: 'notes/stats.yaml', from: '  security: []\n', to: '' },
    { file: list, from: "'tasks:read'", to: "'tasks:see'" },
    { file: list, from: '- { sessionCookie: [], csrfToken: [] }', to: '- { sessionCookie: [] }' },
    { file: list, from: '- sessionCookie: []', to: '- { sessionCookie: [], csrfToken: [] }' },
  ],
  'operation-deprecation': [
    { document: 'v1', file: 'notes/v1/note.yaml', from: '  deprecated: true\n', to: '' },
    { document: 'v1', file: 'notes/v1/note.yaml', from: '  x-deprecated-at: 2026-10-01\n', to: '' },
    { document: 'v1', file: 'notes/v1/note.yaml', from: 'x-sunset: 2027-06-30', to: 'x-sunset: next summer' },
    { document: 'v1', file: 'notes/v1/note.yaml', from: 'x-sunset: 2027-06-30', to: 'x-sunset: 2027-06-31' },
    { document: 'v1', file: 'notes/v1/note.yaml', from: '  x-successor: getNote\n', to: '' },
  ],
  'tag-described': [
    { file: 'v2.yaml', from: '    x-displayName: Notes\n', to: '' },
    { file: 'v2.yaml', from: 'x-displayName: Notes', to: 'x-displayName: notes' },
    { file: 'v2.yaml', from: ' Its author may change it.', to: '' },
    { file: 'v2.yaml', from: 'Its author may change it.', to: 'It is short. '.repeat(5) },
    { file: 'v2.yaml', from: '[Guide](/api/guides/notes)', to: '[Guide](/api/guides/note)' },
    { document: 'v1', file: 'v1.yaml', from: ' Its author may change it.', to: '' },
  ],
  'tag-groups': [
    { file: 'v2.yaml', from: '  - { name: Writing, tags: [notes] }\n', to: '' },
    { file: 'v2.yaml', from: 'tags: [note-stats, webhooks]', to: 'tags: [notes, note-stats, webhooks]' },
    { file: 'v2.yaml', from: 'tags: [notes] }', to: 'tags: [notes, comments] }' },
    { file: 'v2.yaml', from: 'tags: [note-stats, webhooks]', to: 'tags: [webhooks, note-stats]' },
    {
      file: 'v2.yaml',
      from: 'x-tagGroups:\n  - { name: Writing, tags: [notes] }\n  - { name: Insight, tags: [note-stats, webhooks] }',
      to: '  - { name: late }\nx-tagGroups:\n  - { name: All, tags: [notes, note-stats, webhooks, late] }',
    },
    { document: 'v1', file: 'v1.yaml', from: 'tags: [notes] }', to: 'tags: [] }' },
  ],
  'operation-statuses': [
    ...statuses.map((status) => ({ file: note, from: `'${status}'`, to: "'418'" })),
    { file: 'notes/stats.yaml', from: "'503'", to: 'default' },
  ],
  'operation-errors-shared': [
    {
      file: list,
      from: "'400': { $ref: '../shared/responses.yaml#/BadRequest' }",
      to: "'400': { description: Wrong. }",
    },
  ],
  'operation-problems': [{ file: list, from: 'x-problems: [note_locked]', to: 'x-problems: [NoteLocked]' }],
  'operation-idempotency': [
    { file: list, from: 'name: Idempotency-Key', to: 'name: Some-Key' },
    { file: note, from: 'name: If-Match', to: 'name: Idempotency-Key' },
  ],
  'operation-etags': [
    { file: note, from: 'name: If-None-Match', to: 'name: If-Not' },
    { file: note, from: "    '304': { $ref: '../shared/responses.yaml#/NotModified' }\n", to: '' },
    { file: note, from: 'name: If-Match', to: 'name: If-So' },
    { file: note, from: '\npatch:\n', to: '\nput:\n' },
  ],
  'operation-location': [
    { file: list, from: "        Location: { $ref: '../shared/headers.yaml#/Location' }\n", to: '' },
  ],
  'operation-links': ['getNote', 'updateNote', 'deleteNote'].map((id) => ({
    file: list,
    from: `{ operationId: ${id},`,
    to: '{ operationId: listNotes,',
  })),
  'operation-examples': [
    { file: list, from: '          examples:\n            milk: { $ref: examples/milk.yaml }\n', to: '' },
    { file: list, from: '        examples:\n          short: { $ref: examples/short.yaml }\n', to: '' },
    { file: list, from: 'examples:\n            empty: { $ref: examples/empty.yaml }', to: 'example: {}' },
  ],
  'operation-bodies': [
    {
      file: note,
      from: "'204': { description: The note was deleted. }",
      to: "'200': { description: The note was deleted. }",
    },
    { file: list, from: "    '200':\n", to: "    '204':\n" },
  ],
  'operation-patches': [
    { file: note, from: 'application/merge-patch+json:', to: 'application/json:' },
    {
      file: note,
      from: 'application/merge-patch+json:',
      to: 'text/plain:\n        schema: { type: string, maxLength: 9, pattern: "^a$" }\n      application/merge-patch+json:',
    },
  ],
  'operation-records': [
    { file: 'notes/stats.yaml', from: 'application/json:', to: 'text/csv:' },
    {
      file: 'notes/stats.yaml',
      from: 'application/json:',
      to: 'text/html:\n          schema: { type: string, contentSchema: { $ref: schemas/Note.yaml } }\n        application/json:',
    },
    {
      file: 'notes/stats.yaml',
      from: 'application/json:\n          schema: { $ref: schemas/NoteStats.yaml }',
      to: 'application/x-ndjson:\n          schema: { type: string, contentSchema: { type: string, maxLength: 9 } }',
    },
    {
      file: 'notes/stats.yaml',
      from: 'application/json:\n          schema: { $ref: schemas/NoteStats.yaml }',
      to: 'text/csv:\n          schema: { type: string, contentSchema: { $ref: schemas/NotePage.yaml } }',
    },
    {
      file: list,
      from: 'application/json:\n          schema: { $ref: schemas/Note.yaml }',
      to: 'application/x-ndjson:\n          schema: { type: string, contentSchema: { $ref: schemas/Note.yaml } }',
    },
  ],
  ...parameterPlants,
  ...generatorPlants,
  'schema-name': [{ file: 'notes/parameters.yaml', from: 'schemas/Id.yaml', to: 'schemas/id.yaml' }],
  'schema-file': [
    {
      file: schema('NoteStats'),
      from: 'total: { type: integer, minimum: 0, maximum: 1000000 }',
      to: 'total: { type: object, required: [a], properties: { a: { type: boolean } } }',
    },
    {
      file: 'notes/stats.yaml',
      from: 'schema: { $ref: schemas/NoteStats.yaml }',
      to: 'schema: { type: object, required: [total], properties: { total: { type: boolean } } }',
    },
  ],
  'schema-no-top-level-array': [
    {
      file: schema('NotePage'),
      from: 'type: object\nrequired: [data, page]\nproperties:',
      to: 'type: array\nmaxItems: 3\nitems: { $ref: Note.yaml }\nx-was:',
    },
  ],
  'schema-no-circle': [
    {
      file: schema('NoteLink'),
      from: 'url: { type: string, format: uri, maxLength: 500 }',
      to: 'url: { $ref: NoteContent.yaml }',
    },
  ],
  'schema-no-all-of': [
    { file: schema('NoteStats'), from: 'type: object', to: 'allOf: [{ $ref: NoteLink.yaml }]\ntype: object' },
  ],
  'schema-tagged': [
    { file: schema('NoteContent'), from: 'discriminator:\n  propertyName: kind', to: 'x-tag:\n  propertyName: kind' },
    { file: schema('NoteLink'), from: 'const: link', to: 'maxLength: 4' },
    { file: schema('NoteLink'), from: 'required: [kind, url]', to: 'required: [url]' },
    { file: schema('NoteContent'), from: 'oneOf:', to: 'anyOf:' },
  ],
  'schema-bounded': [
    { file: schema('Note'), from: 'maxLength: 200, ', to: '' },
    { file: schema('NotePage'), from: 'maxItems: 100, ', to: '' },
    { file: schema('NoteStats'), from: ', maximum: 1000000', to: '' },
    { file: schema('NoteStats'), from: 'minimum: 0, ', to: '' },
    { file: schema('NoteNumber'), from: 'exclusiveMinimum: 0, ', to: '' },
    {
      file: schema('NoteStats'),
      from: '{ type: integer, minimum: 0, maximum: 1000000 }',
      to: '{ type: object, additionalProperties: { type: boolean } }',
    },
  ],
  'schema-integer-wide': [
    { file: schema('NoteStats'), from: 'maximum: 1000000', to: 'maximum: 2147483648' },
    { file: schema('NoteStats'), from: 'minimum: 0', to: 'minimum: -2147483649' },
    { file: schema('NoteStats'), from: 'maximum: 1000000', to: 'maximum: 2147483647, format: int64' },
    { file: list, from: 'maximum: 100, default: 50', to: 'exclusiveMaximum: 3000000000, default: 50' },
  ],
  'schema-enum-named': [
    {
      file: schema('NoteCreate'),
      from: 'colour: { $ref: NoteColour.yaml, default: red }',
      to: 'colour: { type: string, enum: [green, red] }',
    },
    {
      file: list,
      from: 'items: { $ref: schemas/NoteColour.yaml }',
      to: 'items: { type: string, enum: [black, white] }',
    },
    {
      file: schema('NoteStats'),
      from: 'total: { type: integer, minimum: 0, maximum: 1000000 }',
      to: 'total: { enum: [few, many], x-extensible-enum: true }\n  most: { enum: [many, few], x-extensible-enum: true }',
    },
  ],
  'schema-enum-extensible': [
    { file: schema('NoteColour'), from: 'x-extensible-enum: true\n', to: '' },
    { file: schema('NoteColour'), from: 'x-extensible-enum: true', to: 'x-extensible-enum: false' },
    { file: 'shared/schemas/ProblemViolation.yaml', from: '    x-extensible-enum: true\n', to: '' },
    {
      file: schema('NoteCreatedEvent'),
      from: 'const: note.created',
      to: 'enum: [note.created, note.made]',
    },
    {
      file: schema('NoteUpdate'),
      from: 'properties:',
      to: 'properties:\n  size: { $ref: NoteSize.yaml }',
      extra: ['notes/schemas/NoteSize.yaml', 'enum: [small, large]\nx-extensible-enum: true\n'],
    },
  ],
  'schema-request-closed': [
    {
      file: schema('NoteUpdate'),
      from: 'properties:',
      to: 'properties:\n  link: { $ref: NoteLink.yaml }',
    },
    { file: schema('NoteCreate'), from: 'additionalProperties: false\n', to: '' },
  ],
  'schema-request-text': [
    { file: schema('NoteUpdate'), from: "maxLength: 200, pattern: '^[^\\x00]*$'", to: 'maxLength: 200' },
    { file: list, from: "maxLength: 100, pattern: '^[^\\x00]*$'", to: 'maxLength: 100' },
  ],
  'schema-response-complete': [
    { file: schema('Note'), from: 'colour, secret', to: 'colour' },
    { file: schema('NoteLink'), from: 'required: [kind, url]', to: 'required: [kind]' },
    { file: 'shared/schemas/Page.yaml', from: 'required: [limit, has_more', to: 'required: [limit' },
    { file: schema('NoteCreatedEvent'), from: ', data]', to: ']' },
  ],
  'schema-secrets': [{ file: schema('Note'), from: ', x-sensitive: true', to: '' }],
};

/** The same for the rules of Redocly that the contract relies on. */
export const builtin: Readonly<Record<string, readonly Plant[]>> = {
  'no-invalid-media-type-examples': [{ file: 'notes/examples/short.yaml', from: 'text: Milk', to: 'text: 1' }],
  'operation-operationId-unique': [{ file: note, from: 'operationId: getNote', to: 'operationId: listNotes' }],
  'operation-tag-defined': [{ file: list, from: 'tags: [notes]', to: 'tags: [letters]' }],
  'path-parameters-defined': [{ file: note, from: "parameters:\n  - { $ref: 'parameters.yaml#/NoteId' }\n", to: '' }],
  'component-name-unique': [
    {
      file: schema('NotePage'),
      from: '../../shared/schemas/Page.yaml',
      to: '../other/schemas/Note.yaml',
      extra: ['notes/other/schemas/Note.yaml', 'type: boolean\ndescription: Another one.\n'],
    },
  ],
};
