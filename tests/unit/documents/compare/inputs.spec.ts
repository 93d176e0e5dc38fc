import { expect } from 'chai';
import { inputsOf } from '../../../../src/documents/compare/inputs.ts';
import type { Change } from '../../../../src/documents/compare/change.ts';
import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import type { Json } from '../../../../src/documents/reader/json.ts';
import { documentOf, ref } from './small.ts';

const body = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });
const query = (name: string, schema: Json, more: Json = {}): Json => ({ name, in: 'query', schema, ...more });
const text = { type: 'string', maxLength: 50 };
const short = { type: 'string', maxLength: 5 };

/** Values that are no references, although they look like them. */
const noRef = { $ref: 'foo' };
const data: Json = {
  ...{ default: noRef, example: noRef, examples: ['a', noRef] },
  ...{ anyOf: [{ const: noRef }, { enum: ['a', noRef] }, { type: 'string' }] },
};

/** What the breaking change between two documents concerns. */
function concerned(before: Json, after: Json): { kinds: string[]; inputs: ReturnType<typeof inputsOf>[] } {
  const breaking = compareDocuments(before, after, '2026-12-01').filter(({ weight }) => weight === 'breaking');
  return {
    kinds: breaking.map(({ kind }) => kind),
    inputs: breaking.map((change) => inputsOf(change, 'postThing', [before, after])),
  };
}

describe('inputsOf', () => {
  const request = (schema: Json, components: Json = {}): Json => documentOf({ request: schema, components });
  const parameters = (...list: Json[]): Json => documentOf({ operation: { parameters: list } });
  const title = { in: 'body', name: 'title' };
  const status = { in: 'query', name: 'status' };

  const cases: readonly (readonly [what: string, before: Json, after: Json, inputs: unknown])[] = [
    ['a removed member', request(body({ title: text, note: text })), request(body({ note: text })), [title]],
    ['a tighter member', request(body({ title: text })), request(body({ title: short })), [title]],
    [
      'a component of one member',
      request(body({ title: ref('Text'), note: text }), { schemas: { Text: text } }),
      request(body({ title: ref('Text'), note: text }), { schemas: { Text: short } }),
      [title],
    ],
    [
      'a component of two members, one of them deep below',
      request(body({ title: ref('Text'), deep: body({ list: { type: 'array', items: ref('Text') } }), note: text }), {
        schemas: { Text: text },
      }),
      request(body({ title: ref('Text'), deep: body({ list: { type: 'array', items: ref('Text') } }), note: text }), {
        schemas: { Text: short },
      }),
      [title, { in: 'body', name: 'deep' }],
    ],
    [
      'a member of a combined schema',
      request({ allOf: [body({ title: text }), body({ note: text })] }),
      request({ allOf: [body({ title: short }), body({ note: text })] }),
      [title],
    ],
    [
      'a member that must be sent now',
      request(body({ title: text })),
      request(body({ title: text }, { required: ['title'] })),
      undefined,
    ],
    [
      'a removed parameter',
      parameters(query('status', text), query('q', text)),
      parameters(query('q', text)),
      [status],
    ],
    [
      'a tighter parameter',
      parameters(query('q', text), query('status', text)),
      parameters(query('q', text), query('status', short)),
      [status],
    ],
    [
      'a parameter that must be sent now',
      parameters(query('status', text)),
      parameters(query('status', text, { required: true })),
      undefined,
    ],
    [
      'a header',
      parameters({ ...query('Trace', text), in: 'header' }),
      parameters({ ...query('Trace', short), in: 'header' }),
      undefined,
    ],
    [
      'a parameter with another default, which concerns who does not send it',
      parameters(query('limit', { type: 'integer', default: 50 })),
      parameters(query('limit', { type: 'integer', default: 5 })),
      undefined,
    ],
    [
      'a member with another default, which concerns who does not send it',
      request(body({ title: { ...text, default: 'a' } })),
      request(body({ title: { ...text, default: 'b' } })),
      undefined,
    ],
    [
      'an optional parameter with another name',
      parameters(query('status', text), query('q', short)),
      parameters(query('x_status', text), query('q', short)),
      [status],
    ],
    [
      'a required parameter with another name',
      parameters(query('status', text, { required: true })),
      parameters(query('x_status', text, { required: true })),
      undefined,
    ],
    [
      'an optional header with another name',
      parameters({ ...query('Trace', text), in: 'header' }),
      parameters({ ...query('X-Trace', text), in: 'header' }),
      undefined,
    ],
    [
      'an optional parameter that moves to the headers',
      parameters(query('status', text)),
      parameters({ ...query('status', text), in: 'header' }),
      [status],
    ],
    [
      'a member beside examples that look like references',
      request(body({ note: { ...text, ...data }, title: text })),
      request(body({ note: { ...text, ...data }, title: short })),
      [title],
    ],
    [
      'a component of a member that is named like a keyword for data',
      request(body({ deep: body({ default: ref('Text') }), note: text }), { schemas: { Text: text } }),
      request(body({ deep: body({ default: ref('Text') }), note: text }), { schemas: { Text: short } }),
      [{ in: 'body', name: 'deep' }],
    ],
    [
      'a header that moves to the query',
      parameters({ ...query('trace', text), in: 'header' }),
      parameters(query('trace', text)),
      undefined,
    ],
    ['a response', documentOf({ response: body({ title: text }) }), documentOf({ response: body({}) }), undefined],
  ];
  for (const [what, before, after, inputs] of cases) {
    it(`of ${what}`, () => {
      const found = concerned(before, after);
      expect(found.inputs, found.kinds.join()).to.deep.equal([inputs]);
    });
  }

  it('stops at a schema that contains itself', () => {
    const schemas = { Tree: body({ title: text, branches: { type: 'array', items: ref('Tree') } }) };
    const document = request(ref('Tree'), { schemas });
    const change: Change = {
      ...{ weight: 'breaking', kind: 'request-bound-tightened', reason: 'shorter', operations: ['postThing'] },
      pointer: '/components/schemas/Tree/properties/title/maxLength',
    };
    expect(inputsOf(change, 'postThing', [document, document])).to.deep.equal([
      title,
      { in: 'body', name: 'branches' },
    ]);
  });
});
