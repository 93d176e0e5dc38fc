import { expect } from 'chai';
import { operations as operationsV1 } from '../../../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../../../generated/v2/operations.ts';
import { documentedOperations, documents } from '../../../support/contract/document.ts';
import { bodyMembersOf, inputNamesOf } from '../../../../src/contract/request/input-names.ts';

const declared = new Set(['title', 'due_on']);

describe('inputNamesOf', () => {
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
      expect(inputNamesOf(declared, ['status'], body)).to.deep.equal({
        query_parameters: ['status'],
        body_fields: names,
      });
    });
  }
});

describe('bodyMembersOf', () => {
  for (const { version, operations } of [
    { version: 'v1', operations: operationsV1 },
    { version: 'v2', operations: operationsV2 },
  ] as const) {
    const documented = documentedOperations.filter((one) => one.version === version);

    it(`${version}: has every member of every example, and few enough to be counted`, () => {
      let bodies = 0;
      for (const row of operations) {
        const operation = documented.find(({ id }) => id === row.id)!;
        const members = bodyMembersOf(documents[version], operation.written.requestBody);
        expect(members.size, row.id).to.be.at.most(100);
        for (const [type, body] of Object.entries(operation.bodies)) {
          // The data of an event in binary content mode may have any members.
          if (row.id === 'receiveCloudEvents' && type === 'application/json') continue;
          if (typeof body !== 'object' || body === null || Array.isArray(body)) continue;
          bodies += 1;
          expect(inputNamesOf(members, [], body).body_fields, row.id).to.deep.equal(Object.keys(body));
        }
      }
      expect(bodies).to.be.above(5);
    });
  }
});
