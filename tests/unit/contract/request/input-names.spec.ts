import { expect } from 'chai';
import { operations as operationsV1 } from '../../../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../../../generated/v2/operations.ts';
import { documentedOperations, documents } from '../../../support/contract/document.ts';
import { declaredNamesOf, inputNamesOf } from '../../../../src/contract/request/input-names.ts';

const declared = { query: new Set(['status', 'q', 'filter', 'grösse', 'a b']), body: new Set(['title', 'due_on']) };

describe('inputNamesOf', () => {
  const queries: readonly (readonly [query: string, names: readonly string[]])[] = [
    ['', []],
    ['status=todo', ['status']],
    ['status', ['status']],
    ['q=a%26status%3Ddone', ['q']],
    ['status=todo&&q=', ['status', 'q']],
    ['%73tatus=todo', ['status']],
    ['gr%C3%B6sse=1&a+b=2', ['grösse', 'a b']],
    ['filter[status]=done&filter%5Bq%5D=x', ['filter', 'filter']],
    ['token=ses_secret&q=1', ['q']],
    ['Status=todo', []],
  ];
  for (const [query, names] of queries) {
    it(`finds the declared parameters of "${query}"`, () => {
      expect(inputNamesOf(declared, query, undefined)).to.deep.equal({
        query_parameters: names,
        body_fields: [],
      });
    });
  }

  const bodies: readonly (readonly [what: string, body: unknown, names: readonly string[]])[] = [
    ['an object', { title: 'x', due_on: null }, ['title', 'due_on']],
    ['an object with names of its caller', { title: 'x', '\u0000': 1 }, ['title']],
    ['a list', [{ title: 'x' }], []],
    ['a text', 'title', []],
    ['bytes', Buffer.from('title'), []],
    ['null', null, []],
    ['nothing', undefined, []],
  ];
  for (const [what, body, names] of bodies) {
    it(`finds the members of ${what}`, () => {
      expect(inputNamesOf(declared, '', body)).to.deep.equal({ query_parameters: [], body_fields: names });
    });
  }
});

describe('declaredNamesOf', () => {
  for (const { version, operations } of [
    { version: 'v1', operations: operationsV1 },
    { version: 'v2', operations: operationsV2 },
  ] as const) {
    const documented = documentedOperations.filter((one) => one.version === version);

    it(`${version}: has every name of every example, and few enough to be counted`, () => {
      let bodies = 0;
      for (const row of operations) {
        const operation = documented.find(({ id }) => id === row.id)!;
        const names = declaredNamesOf(documents[version], row, operation.written.requestBody);
        expect(Math.max(names.body.size, names.query.size), row.id).to.be.at.most(100);
        for (const body of Object.values(operation.bodies)) {
          if (typeof body !== 'object' || body === null || Array.isArray(body)) continue;
          bodies += 1;
          expect(inputNamesOf(names, '', body).body_fields, row.id).to.deep.equal(Object.keys(body));
        }
      }
      expect(bodies).to.be.above(5);
    });
  }
});
