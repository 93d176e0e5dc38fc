import { expect } from 'chai';
import { asJson, asList, canonicalJson, type Json } from '../../../../src/documents/reader/json.ts';
import { isRef } from '../../../../src/documents/reader/reference.ts';
import { documentedOperations, type DocumentedOperation } from '../../../support/contract/document.ts';
import { objectsIn, served } from '../../../support/contract/objects-in.ts';

type Enum = ReturnType<typeof objectsIn>[number];

const isEnum = ({ schema }: Enum): boolean => Array.isArray(schema['enum']);
const valuesOf = ({ schema }: Enum): string => canonicalJson([...asList(schema['enum'])].sort());
const isNamed = ({ at }: Enum): boolean => /^\/components\/schemas\/\w+$/.test(at);
const mayHaveNull = ({ schema }: Enum): boolean => asList(schema['enum']).includes(null);
const isSorted = ({ parameters }: DocumentedOperation): boolean => parameters.some(({ name }) => name === 'sort');
/** A constant of 3.1 is an enum with one value in 3.0. */
const isConstant = ({ schema }: Enum): boolean => asList(schema['enum']).length === 1;

/** The schemas that bodies of responses and events can contain. */
function returnedBy(document: Json): Set<unknown> {
  const found = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (isRef(node))
      visit(
        node.$ref
          .slice(2)
          .split('/')
          .reduce<unknown>((value, name) => asJson(value)[name], document),
      );
    if (typeof node !== 'object' || node === null || found.has(node)) return;
    found.add(node);
    for (const [name, member] of Object.entries(node)) if (name !== 'examples' && name !== 'headers') visit(member);
  };
  for (const item of Object.values(asJson(document['paths'])))
    for (const operation of Object.values(asJson(item))) visit(asJson(operation)['responses']);
  visit(document['webhooks'] ?? document['x-webhooks']);
  return found;
}

for (const [name, document] of Object.entries(served)) {
  describe(`the enums of ${name}`, () => {
    const enums = objectsIn(document).filter((one) => isEnum(one) && !isConstant(one));
    const returned = returnedBy(document);

    it('have a name if another place has the same values', () => {
      const named = new Set(enums.filter(isNamed).map(valuesOf));
      const inline = enums.filter((one) => !isNamed(one) && !mayHaveNull(one));
      const counts = new Map<string, number>();
      for (const one of inline) counts.set(valuesOf(one), (counts.get(valuesOf(one)) ?? 0) + 1);
      const repeated = inline.filter((one) => named.has(valuesOf(one)) || counts.get(valuesOf(one)) !== 1);
      expect(repeated.map(({ at }) => at)).to.deep.equal([]);
      expect(named.size).to.be.greaterThan(2);
    });

    it('have a name if clients send them', () => {
      const sent = enums.filter((one) => !isNamed(one) && !returned.has(one.schema));
      expect(sent.map(({ at }) => at)).to.deep.equal([]);
    });

    it('have the marker, and the sentence, exactly if a response can contain them', () => {
      const marked = enums.filter(({ schema }) => schema['x-extensible-enum'] === true);
      expect(marked.map(({ at }) => at)).to.have.members(
        enums.filter(({ schema }) => returned.has(schema)).map(({ at }) => at),
      );
      for (const { at, schema } of enums) {
        const isSaid = String(schema['description']).endsWith(
          'Clients must accept further values in what they receive.',
        );
        expect(isSaid, at).to.equal(schema['x-extensible-enum'] === true);
      }
      expect(marked.length).to.be.greaterThan(2);
    });

    it('give sort keys names that are identifiers', () => {
      const sorts = enums.filter(({ schema }) => asList(schema['enum']).some((value) => String(value).startsWith('-')));
      for (const { at, schema } of sorts) {
        const names = asList(schema['enum']).map((value) => {
          const key = String(value).replace('-', '').toUpperCase();
          return String(value).startsWith('-') ? `${key}_DESC` : `${key}_ASC`;
        });
        expect(schema['x-enum-varnames'], at).to.deep.equal(names);
        expect(new Set(names).size, at).to.equal(names.length);
      }
      const version = name.startsWith('v1') ? 'v1' : 'v2';
      const sorted = documentedOperations.filter((one) => one.version === version && isSorted(one));
      expect(sorts.length).to.equal(sorted.length);
    });
  });
}
