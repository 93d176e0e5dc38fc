import { expect } from 'chai';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { createSchemaPool } from '../../../../src/documents/generate/schema-pool.ts';
import { validatorsFile } from '../../../../src/documents/generate/validators-file.ts';
import { loadValidators } from '../../../support/contract/compile-document.ts';

const first: Document = { openapi: '3.1.0', info: { title: 'First', version: '1.0.0' }, paths: {} };
const second: Document = { ...first, info: { title: 'Second', version: '2.0.0' } };

describe('validators', () => {
  it('support a recursive schema, with one key for both documents', async () => {
    const child = { $ref: '#/components/schemas/Branch' };
    const Tree = { type: 'object', properties: { left: child, name: { type: 'string' } }, required: ['name'] };
    const components = {
      schemas: { Tree, Branch: { oneOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] } },
    };
    const pool = createSchemaPool();
    const keys = [first, second].map((bundle) =>
      pool.add({ ...bundle, components }, { $ref: '#/components/schemas/Tree' }, 'response'),
    );
    expect(keys[0]).to.equal(keys[1]);
    const { byKey } = await loadValidators(validatorsFile(pool, {}, { contract: '', makers: '' }));
    const validate = byKey[keys[0]!]!;
    expect(validate({ name: 'a', left: { name: 'b', left: null } })).to.equal(true);
    expect(validate({ name: 'a', left: { name: 'b', left: { name: 1 } } })).to.equal(false);
    expect(validate({ name: 'a', left: { name: 'b', surplus: true } }), 'closed at every depth').to.equal(false);
  });

  it('support a recursive schema with an example that looks like a reference', () => {
    const left = { $ref: '#/components/schemas/Tree' };
    const Tree = { type: 'object', properties: { left }, examples: [{ left: { $ref: 'foo' } }] };
    const components = { schemas: { Tree } };
    const key = createSchemaPool().add({ ...first, components }, { $ref: '#/components/schemas/Tree' }, 'response');
    expect(key).to.match(/^response:Tree~/);
  });

  it('are refused for circular references', () => {
    const components = {
      schemas: { One: { $ref: '#/components/schemas/Two' }, Two: { $ref: '#/components/schemas/One' } },
    };
    expect(() =>
      createSchemaPool().add({ ...first, components }, { $ref: '#/components/schemas/One' }, 'response'),
    ).to.throw('circular reference');
  });
});
