import { expect } from 'chai';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { contractHash } from '../../../../src/contract/contract-hash.ts';
import { operationTable } from '../../../../src/documents/generate/operation-table.ts';
import { createSchemaPool } from '../../../../src/documents/generate/schema-pool.ts';
import type { Validators } from '../../../../src/contract/operation.ts';
import { generateFixture, readBundles, type Bundles } from './generated.ts';

describe('validators', function () {
  this.timeout(60_000);
  let folder: string;
  let bundles: Bundles;
  let validators: Validators;
  let key: { create: string; update: string; note: string; limit: string };
  const note = {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f',
    text: 'Milk',
    colour: 'red',
    secret: null,
    content: { kind: 'link', url: 'https://example.com/' },
    version: 1,
    created_at: '2026-11-02T09:30:00.000Z',
  };
  before(async () => {
    folder = await generateFixture();
    bundles = await readBundles(folder);
    validators = createRequire(import.meta.url)(join(folder, 'generated/validators.cjs')) as Validators;
    const table = operationTable(bundles.v2, createSchemaPool(), bundles.v2);
    const find = (id: string) => table.find((it) => it.id === id)!;
    key = {
      create: find('createNote').body!.content['application/json']!,
      update: find('updateNote').body!.content['application/merge-patch+json']!,
      note: find('getNote').responses[200]!.content['application/json']!,
      limit: find('listNotes').parameters[0]!.validator,
    };
  });
  after(async () => await rm(folder, { recursive: true }));

  const check = (name: string, value: unknown) => {
    const validate = validators.byKey[name]!;
    return validate(value) ? [] : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.keyword}`);
  };

  it('contain the hash of the documents, which the server compares with its own', () => {
    expect(validators.hash).to.equal(contractHash([bundles.v1, bundles.v2]));
    expect(validators.hash).not.to.equal(contractHash([bundles.v2, bundles.v1]));
  });

  it('cut times in a body to six decimals, without rounding', () => {
    for (let decimals = 0; decimals <= 9; decimals += 1) {
      const fraction = decimals === 0 ? '' : `.${'9'.repeat(decimals)}`;
      for (const zone of ['Z', '+05:30']) {
        const body = { text: 'Milk', expires_at: `2026-11-02T23:59:59${fraction}${zone}` };
        expect(check(key.create, body)).to.deep.equal([]);
        expect(body.expires_at).to.equal(`2026-11-02T23:59:59${fraction.slice(0, 7)}${zone}`);
      }
    }
  });

  it('list every violation of a request with a message', () => {
    expect(check(key.create, { text: '', colour: 'blue', more: 1 })).to.have.members([
      ' additionalProperties',
      '/text minLength',
      '/colour enum',
    ]);
    const validate = validators.byKey[key.create]!;
    validate({ text: '' });
    expect(validate.errors?.[0]?.message).to.equal('must NOT have fewer than 1 characters');
    expect(check(key.create, { text: 'Milk' })).to.deep.equal([]);
  });

  it('close every object of a response at every depth, although the document leaves them open', () => {
    expect(check(key.note, note)).to.deep.equal([]);
    expect(check(key.note, { ...note, extra: 1 })).to.deep.equal([' additionalProperties']);
    expect(check(key.note, { ...note, content: { ...note.content, extra: 1 } })).to.include(
      '/content additionalProperties',
    );
    expect(JSON.stringify(bundles.v2.components?.['schemas']?.['Note'])).not.to.contain('additionalProperties');
  });

  it('select the alternative by the discriminator', () => {
    expect(check(key.note, { ...note, content: { kind: 'number', amount: 0 } })).to.deep.equal([
      '/content/amount exclusiveMinimum',
    ]);
    expect(check(key.note, { ...note, content: { kind: 'number', amount: 0.5 } })).to.deep.equal([]);
    expect(check(key.note, { ...note, content: { kind: 'other' } })).to.deep.equal(['/content discriminator']);
  });

  it('accept only objects for schemas with a discriminator', () => {
    for (const content of [null, true, 7, 'number', [], [{ kind: 'number', amount: 1 }]]) {
      expect(check(key.note, { ...note, content }), JSON.stringify(content)).to.deep.equal(['/content type']);
    }
  });

  it('stop at the first violation of a response', () => {
    expect(check(key.note, { ...note, text: 1, colour: 'blue' })).to.have.length(1);
  });

  it('refuse null bytes, malformed ids and dates that do not exist', () => {
    expect(check(key.create, { text: 'a\0b' })).to.deep.equal(['/text pattern']);
    expect(check(key.note, { ...note, id: note.id.toUpperCase() })).to.deep.equal(['/id format']);
    expect(check(key.note, { ...note, created_at: '2026-02-30T00:00:00.000Z' })).to.deep.equal(['/created_at format']);
  });

  it('count characters, not UTF-16 units', () => {
    expect(check(key.create, { text: '😀'.repeat(200) })).to.deep.equal([]);
    expect(check(key.create, { text: '😀'.repeat(201) })).to.deep.equal(['/text maxLength']);
    expect(check(key.update, { text: '' })).to.deep.equal(['/text minLength']);
  });

  it('check parameters', () => {
    expect(check(key.limit, 100)).to.deep.equal([]);
    expect(check(key.limit, 101)).to.deep.equal([' maximum']);
    expect(check(key.limit, 1.5)).to.deep.equal([' type']);
  });

  it('share one function between equal schemas of both documents', () => {
    const pool = createSchemaPool();
    const text = { type: 'string', maxLength: 10 };
    const named = pool.add(bundles.v2, { $ref: '#/components/schemas/Id' }, 'request');
    expect(pool.add(bundles.v1, { $ref: '#/components/schemas/Id' }, 'request')).to.equal(named);
    expect(pool.add(bundles.v1, { ...text, description: 'other words' }, 'request')).to.equal(
      pool.add(bundles.v2, text, 'request'),
    );
    expect(pool.add(bundles.v2, text, 'response')).not.to.equal(pool.add(bundles.v2, text, 'request'));
  });
});
