import { expect } from 'chai';
import { memberOrderOf } from '../../../../src/contract/response/member-order.ts';

const document = {
  components: {
    schemas: {
      Note: {
        type: 'object',
        properties: { id: {}, text: {}, author: { $ref: '#/components/schemas/Author' }, links: {} },
      },
      Author: { type: 'object', properties: { name: {}, age: {} } },
      Page: {
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Note' } }, page: {} },
      },
      Tree: {
        type: 'object',
        properties: { name: {}, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
      },
      Result: { oneOf: [{ $ref: '#/components/schemas/Author' }, { $ref: '#/components/schemas/Note' }] },
      Perhaps: { oneOf: [{ $ref: '#/components/schemas/Author' }, { type: 'null' }] },
    },
  },
};

describe('memberOrderOf', () => {
  const cases: readonly [schema: string, value: unknown, text: string][] = [
    ['Note', { text: 'a', id: 1 }, '{"id":1,"text":"a"}'],
    ['Note', { links: [], id: 1, text: 'a' }, '{"id":1,"text":"a","links":[]}'],
    ['Note', { other: 0, text: 'a', id: 1 }, '{"id":1,"text":"a","other":0}'],
    ['Note', { id: 1, author: { age: 2, name: 'b' } }, '{"id":1,"author":{"name":"b","age":2}}'],
    ['Note', { id: 1, author: null }, '{"id":1,"author":null}'],
    [
      'Page',
      {
        page: {},
        data: [
          { id: 1, text: 'a' },
          { text: 'b', id: 2 },
        ],
      },
      '{"data":[{"id":1,"text":"a"},{"id":2,"text":"b"}],"page":{}}',
    ],
    [
      'Tree',
      { children: [{ children: [], name: 'b' }], name: 'a' },
      '{"name":"a","children":[{"name":"b","children":[]}]}',
    ],
    ['Result', { age: 1, name: 'a' }, '{"name":"a","age":1}'],
    ['Result', { links: 1, id: 2 }, '{"id":2,"links":1}'],
    ['Perhaps', { age: 1, name: 'a' }, '{"name":"a","age":1}'],
    ['Perhaps', null, 'null'],
  ];
  for (const [schema, value, text] of cases) {
    it(`of ${schema} writes ${JSON.stringify(value)} as ${text}`, () => {
      const before = JSON.stringify(value);
      const order = memberOrderOf(document, { $ref: `#/components/schemas/${schema}` });
      expect(JSON.stringify(order(value))).to.equal(text);
      expect(JSON.stringify(value)).to.equal(before);
    });
  }

  it('copies nothing that stands in order', () => {
    const value = { data: [{ id: 1, text: 'a', author: { name: 'b', age: 1 } }], page: {} };
    expect(memberOrderOf(document, { $ref: '#/components/schemas/Page' })(value)).to.equal(value);
  });
});
