import { expect } from 'chai';
import { downgrade } from '../../../../src/documents/downgrade.ts';
import { acceptsNull } from '../../../../src/documents/downgrade-null.ts';
import { operationsOf } from '../../../../src/documents/generate/document.ts';
import { isAnnotation } from '../../../../src/documents/reader/dialect.ts';
import { asJson, asList, type Json } from '../../../../src/documents/reader/json.ts';
import { documents } from '../../../support/contract/document.ts';
import { objectsIn } from '../../../support/contract/objects-in.ts';

// What generators of clients need of the documents. src/documents/lint/generator-rules.ts demands it of the source;
// the generator of the documents adds to the source.

const tagsIn = (item: unknown): unknown[] =>
  Object.values(asJson(item)).flatMap((operation) => asList(asJson(operation)['tags']));

for (const version of ['v1', 'v2'] as const) {
  const written: Json = { ...documents[version] };
  for (const [dialect, document] of [
    ['3.1', written],
    ['3.0', downgrade(written)],
  ] as const) {
    describe(`${version} as OpenAPI ${dialect}, for generators`, () => {
      it('has the tag webhooks on every webhook and on no operation', () => {
        const webhooks = Object.values(asJson(document[dialect === '3.1' ? 'webhooks' : 'x-webhooks']));
        expect(webhooks.length > 0).to.equal(version === 'v2');
        for (const item of webhooks) expect(tagsIn(item)).to.deep.equal(['webhooks']);
        const tags = operationsOf(document as never).flatMap(({ operation }) => operation.tags);
        expect(tags.length).to.be.greaterThan(20);
        expect(tags).not.to.include('webhooks');
      });

      it('has no null in an enum or a constant', () => {
        const objects = objectsIn(document);
        const enums = objects.filter(({ schema }) => Array.isArray(schema['enum']));
        expect(enums.length).to.be.greaterThan(4);
        const withNull = enums.filter(({ schema }) => asList(schema['enum']).includes(null));
        const constants = objects.filter(({ schema }) => schema['const'] === null);
        expect([...withNull, ...constants].map(({ at }) => at)).to.deep.equal([]);
      });

      it('has no component that may be null', () => {
        const schemas = Object.entries(asJson(asJson(document['components'])['schemas']));
        expect(schemas.length).to.be.greaterThan(20);
        // A schema of any value says nothing of null.
        const described = schemas.filter(([, schema]) => !Object.keys(asJson(schema)).every(isAnnotation));
        const mayBeNull = described.filter(([, schema]) =>
          dialect === '3.1' ? acceptsNull(schema, document) : asJson(schema)['nullable'] === true,
        );
        expect(mayBeNull.map(([name]) => name)).to.deep.equal([]);
      });
    });
  }
}
