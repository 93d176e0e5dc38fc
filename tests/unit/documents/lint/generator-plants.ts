import type { Plant } from './lint-plants.ts';

const schema = (name: string) => `notes/schemas/${name}.yaml`;

/** Rule of src/documents/lint/generator-rules.ts -> violations, each of which it must report. */
export const generatorPlants: Readonly<Record<string, readonly Plant[]>> = {
  'webhook-tag': [
    { file: 'notes/notes.yaml', from: 'tags: [notes]', to: 'tags: [webhooks]' },
    { file: 'notes/events.yaml', from: '  x-payload:', to: '  tags: [notes]\n  x-payload:' },
  ],
  'webhook-example': [
    { file: 'notes/events.yaml', from: '  x-example: { $ref: examples/milk.yaml }\n', to: '' },
    { file: 'notes/events.yaml', from: 'x-example: { $ref: examples/milk.yaml }', to: 'x-example: { summary: Milk }' },
    { file: 'notes/examples/milk.yaml', from: 'value:', to: 'values:' },
  ],
  'component-name': [
    ...['CsrfToken', 'NoteID', 'NOTFOUND', 'Etag', `Note${'Long'.repeat(15)}`].map((name) => ({
      file: schema('NoteStats'),
      from: '{ type: integer, minimum: 0, maximum: 1000000 }',
      to: `{ $ref: ${name}.yaml }`,
      extra: [schema(name), 'type: integer\nminimum: 0\nmaximum: 9\n'] as const,
    })),
  ],
  'schema-enum-null': [
    { file: schema('NoteColour'), from: 'enum: [red, green]', to: 'enum: [red, green, null]' },
    { file: schema('NoteColour'), from: 'type: string', to: "type: [string, 'null']" },
    { file: schema('NoteLink'), from: 'const: link', to: 'const: null' },
  ],
  'schema-component-null': [
    { file: schema('NoteColour'), from: 'type: string', to: "type: [string, 'null']" },
    { file: schema('NoteStats'), from: 'type: object', to: "type: [object, 'null']" },
    { file: schema('NoteContent'), from: 'oneOf:', to: "oneOf:\n  - { type: 'null' }" },
    { file: schema('NoteContent'), from: 'oneOf:', to: "anyOf: [{ $ref: NoteLink.yaml }, { type: 'null' }]\noneOf:" },
  ],
};
