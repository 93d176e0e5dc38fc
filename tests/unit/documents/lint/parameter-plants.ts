import type { Plant } from './lint-plants.ts';

const list = 'notes/notes.yaml';
const parameters = 'notes/parameters.yaml';
const headers = 'shared/headers.yaml';

/** Rule for parameters or headers -> violations, each of which it must report. */
export const parameterPlants: Readonly<Record<string, readonly Plant[]>> = {
  'parameter-reserved': [{ file: list, from: '      allowReserved: true\n', to: '' }],
  'parameter-plain': [
    {
      file: list,
      from: '{ type: integer, minimum: 1, maximum: 100, default: 50, examples: [20] }',
      to: '{ type: object, additionalProperties: false, properties: { a: { type: boolean } } }',
    },
  ],
  'parameter-example': [
    { file: list, from: ', examples: [20]', to: '' },
    { file: list, from: 'examples: [20]', to: 'examples: [20, 0]' },
    { file: list, from: 'examples: [[red]]', to: 'examples: [[black]]' },
    { file: list, from: 'examples: [milk]', to: 'examples: [7]' },
    {
      file: list,
      from: 'description: The maximum number of entries.',
      to: 'description: The maximum.\n      example: 20',
    },
    {
      file: list,
      from: 'schema: { type: integer,',
      to: 'examples: { few: { value: 20 } }\n      schema: { type: integer,',
    },
    { file: parameters, from: '  example: 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300\n', to: '' },
    { file: parameters, from: 'example: 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300', to: 'example: milk' },
    {
      file: parameters,
      from: 'required: true\n  description: The note.\n  schema: { $ref: ../shared/schemas/Id.yaml }',
      to: 'required: true\n  description: The note.\n  schema: { $ref: ../shared/schemas/Id.yaml, maxLength: 9 }',
    },
    { document: 'v1', file: parameters, from: 'example: 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300', to: 'example: 7' },
  ],
  'header-example': [
    { file: headers, from: `  example: '"3"'\n`, to: '' },
    { file: headers, from: `example: '"3"'`, to: 'example: 3' },
    { file: headers, from: `example: '"3"'`, to: `example: '3'` },
    { file: headers, from: 'example: 30', to: 'example: soon' },
    { file: headers, from: 'example: 30', to: 'example: 86401' },
    { file: headers, from: 'example: /api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300', to: 'example: a b' },
  ],
};
