import { expect } from 'chai';
import { createRequire } from 'node:module';
import type { Validators } from '../../../../src/contract/operation.ts';
import { repeatedItem } from '../../../../src/contract/request/unique-items.ts';
import { documentedOperations } from '../../../support/contract/document.ts';
import { operations as operationsV1 } from '../../../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../../../generated/v2/operations.ts';

const { byKey } = createRequire(import.meta.url)('../../../../generated/validators.cjs') as Validators;

const tables = { v1: operationsV1, v2: operationsV2 };

/** Names that a plain object has already, or that code asks of every value. */
const names = ['toString', 'valueOf', 'constructor', '__proto__', 'hasOwnProperty', 'length', 'then', 'toJSON', 'code'];

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Values, as JSON, that somebody sends to see what happens. */
const hostile: readonly string[] = [
  ...names.flatMap((name) => ['""', 'null', '0', '{}', '[]'].map((value) => `{"${name}":${value}}`)),
  ...names.map((name) => `[{},{"${name}":""},{"${name}":null},{"${name}":{"${name}":1}}]`),
  ...names.map((name) => `"${name}"`),
  '[[],[[]],[[],[]],{},{"a":{}},null,true,false,0,-0,"",1e400,-1e400]',
  '["__proto__","__proto__"]',
  '1e400',
  '-1e400',
  '5e-324',
  '123456789012345678901234567890',
  '-0',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  `"${'a'.repeat(300_000)}"`,
  `"${'\\n'.repeat(100_000)}"`,
  `"${'😀'.repeat(50_000)}"`,
  `"${' a@'.repeat(50_000)}"`,
  nested(5000),
  `{"a":${nested(5000)}}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `[${nested(5000)},${nested(5000)}]`,
  `[${Array.from({ length: 20_000 }, (_, index) => `{"n":${index}}`).join()}]`,
  `{${Array.from({ length: 20_000 }, (_, index) => `"n${index}":0`).join()}}`,
];

/** A value with something else in the place of each of its members in turn, at every depth. */
function* withEachReplaced(value: unknown, other: unknown): Generator {
  yield other;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const changed of withEachReplaced(item, other)) yield value.with(index, changed);
    }
    yield [other, other];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      for (const changed of withEachReplaced(member, other)) yield { ...value, [name]: changed };
    }
    // Defined, as JSON.parse does it, not assigned: `__proto__` becomes a member.
    for (const name of names) yield Object.fromEntries([...Object.entries(value), [name, other]]);
  }
}

describe('what callers send makes no validator fail', () => {
  for (const operation of documentedOperations.filter(({ bodies }) => Object.keys(bodies).length > 0)) {
    const row = tables[operation.version].find(({ id }) => id === operation.id)!;
    for (const [type, key] of Object.entries(row.body!.content)) {
      if (key === undefined) continue;
      it(`${operation.version} ${operation.id}, ${type}`, () => {
        const validate = byKey[key]!;
        for (const json of hostile) {
          for (const value of withEachReplaced(operation.bodies[type], JSON.parse(json))) {
            expect(validate(value)).to.be.a('boolean');
          }
        }
      }).timeout(60_000);
    }
  }

  const parameters = new Set(
    [...operationsV1, ...operationsV2].flatMap((row) => row.parameters.map((it) => it.validator)),
  );
  for (const key of parameters) {
    it(`parameter ${key}`, () => {
      for (const json of hostile) expect(byKey[key]!(JSON.parse(json))).to.be.a('boolean');
    });
  }
});

/** Every text in a value, with the pointer that leads to it. */
function* textsIn(value: unknown, pointer = ''): Generator<string> {
  if (typeof value === 'string') yield pointer;
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) yield* textsIn(member, `${pointer}/${name}`);
  }
}

function withReplaced(value: unknown, pointer: string, other: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop()!;
  const parent = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  parent[last] = other;
  return copy;
}

/** The data of an event is any JSON, and is kept as text. */
function isData(id: string, type: string, pointer: string): boolean {
  if (id === 'receiveCloudEvents' && !type.startsWith('application/cloudevents')) return true;
  return ['createEvent', 'recordEvents', 'receiveCloudEvents'].includes(id) && /\/data(?:\/|$)/.test(pointer);
}

describe('texts that no database keeps are refused where they stand', () => {
  // The members of an archive are not described, and what SDKs of Sentry send is text: both are judged part by part.
  const parsed = ['createImport', 'receiveEnvelope', 'receiveStoredEvent'];
  const described = documentedOperations.filter(({ id }) => !parsed.includes(id));
  for (const { version, id, bodies } of described.filter((operation) => Object.keys(operation.bodies).length > 0)) {
    it(`${version} ${id}`, () => {
      const row = tables[version].find((one) => one.id === id)!;
      for (const [type, key] of Object.entries(row.body!.content)) {
        const validate = byKey[key!]!;
        for (const pointer of textsIn(bodies[type])) {
          if (isData(id, type, pointer)) continue;
          for (const text of ['\ud800', 'a\udfff', '\udc00\ud800', 'x\u0000', 'a\u0000b']) {
            expect(validate(withReplaced(bodies[type], pointer, text))).to.equal(false);
            const places = (validate.errors ?? []).map(({ instancePath }) => instancePath);
            expect(
              places.some((place) => pointer.startsWith(place) && place !== ''),
              `${pointer} ${places.join()}`,
            ).to.equal(true);
          }
        }
      }
    });
  }
});

describe('repeatedItem', () => {
  for (const [items, place] of [
    ['[]', -1],
    ['[1,2,1]', 2],
    ['[1,"1",true,"true",null,"null"]', -1],
    ['[0,-0]', 1],
    ['[1,1.0]', 1],
    ['["a","A","á","a\\u0301"]', -1],
    ['["__proto__","constructor","__proto__"]', 2],
    ['[[],[[]],[]]', 2],
    ['[{},[],"{}","[]"]', -1],
    ['[{"a":1,"b":2},{"b":2,"a":1}]', 1],
    ['[{"a":1},{"a":"1"},{"a":[1]}]', -1],
    ['[{"toString":""},{"toString":""}]', 1],
    ['[{},{"valueOf":0},{"toString":null},{"constructor":{}}]', -1],
    ['[{"__proto__":1},{},{"__proto__":1}]', 2],
    ['[["a,b"],["a","b"]]', -1],
    ['[{"a":{"b":1}},{"a":{"b":1,"c":2}}]', -1],
  ] as const) {
    it(`is ${place} of ${items}`, () => {
      expect(repeatedItem(JSON.parse(items) as unknown[])).to.equal(place);
    });
  }

  it('takes as long as the array is, not as its square', () => {
    const items = Array.from({ length: 200_000 }, (_, index) => ({ index }));
    const began = performance.now();
    expect(repeatedItem(items)).to.equal(-1);
    expect(performance.now() - began).to.be.below(5_000);
  });
});
