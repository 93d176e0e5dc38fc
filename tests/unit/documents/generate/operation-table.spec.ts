import { expect } from 'chai';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { operationTable } from '../../../../src/documents/generate/operation-table.ts';
import { createSchemaPool } from '../../../../src/documents/generate/schema-pool.ts';
import type { Operation } from '../../../../src/contract/operation.ts';
import { generateFixture, readBundles, type Bundles } from './generated.ts';

describe('the table of operations', function () {
  this.timeout(60_000);
  let folder: string;
  let bundles: Bundles;
  let operations: Map<string, Operation>;
  const operation = (id: string): Operation => operations.get(id)!;
  before(async () => {
    folder = await generateFixture();
    bundles = await readBundles(folder);
    const module = (await import(join(folder, 'generated/v2/operations.ts'))) as { operations: Operation[] };
    operations = new Map(module.operations.map((it) => [it.id, it]));
  });
  after(async () => await rm(folder, { recursive: true }));

  it('is written to operations.ts as operationTable() returns it', () => {
    const table = operationTable(bundles.v2, createSchemaPool(), bundles.v2);
    expect([...operations.values()]).to.deep.equal(table);
  });

  it('inherits security, and lets an operation replace it', () => {
    expect(operation('createNote').security).to.deep.equal([
      { bearerAuth: ['tasks:write'] },
      { sessionCookie: [], csrfToken: [] },
    ]);
    expect(operation('getNoteStats').security).to.deep.equal([]);
    const { security: _own, ...inheriting } = bundles.v2.paths['/api/v2/notes']!.get!;
    const document = {
      ...bundles.v2,
      security: [{ bearerAuth: ['tasks:read'] }],
      paths: { ...bundles.v2.paths, '/api/v2/notes': { get: inheriting } },
    };
    const [first] = operationTable(document, createSchemaPool(), document);
    expect(first?.security).to.deep.equal([{ bearerAuth: ['tasks:read'] }]);
  });

  it("merges the path's parameters and fills in style, explode and default", () => {
    expect(operation('getNote').parameters.map(({ name }) => name)).to.deep.equal(['note_id', 'If-None-Match']);
    expect(operation('getNote').parameters[0]).to.include({ style: 'simple', explode: false, required: true });
    const [limit, colour] = operation('listNotes').parameters;
    expect(limit).to.include({ style: 'form', explode: true, required: false, default: 50 });
    expect(limit?.type).to.deep.equal({ kind: 'integer' });
    expect(colour?.type).to.deep.equal({ kind: 'array', items: { kind: 'string' } });
  });

  it('marks required response headers', () => {
    const { headers } = operation('createNote').responses[201]!;
    expect(headers['location']?.required).to.be.true;
    expect(headers['x-request-id']?.required).to.be.true;
    expect(headers['ratelimit']?.required).to.be.false;
    expect(operation('getNoteStats').responses[503]?.headers['retry-after']?.type).to.deep.equal({ kind: 'integer' });
  });

  it('opens a unit of work for unsafe operations, unless x-transaction is none', () => {
    expect(operation('listNotes').transaction).to.equal('none');
    expect(operation('createNote').transaction).to.equal('unit');
    expect(operation('deleteNote').transaction).to.equal('none');
  });

  it('lets a replica serve only what x-consistency: bounded marks', () => {
    expect(operation('listNotes').consistency).to.equal('strong');
    const { get } = bundles.v2.paths['/api/v2/notes']!;
    const document = { ...bundles.v2, paths: { '/api/v2/notes': { get: { ...get!, 'x-consistency': 'bounded' } } } };
    expect(operationTable(document, createSchemaPool(), document)[0]?.consistency).to.equal('bounded');
  });

  it('looks for sensitive fields in schemas, not in their examples', () => {
    const example = [{ $ref: 'foo' }, { 'x-sensitive': true }];
    const schema = { type: 'object', properties: { a: { type: 'object', examples: example, default: example[1] } } };
    const { get } = bundles.v2.paths['/api/v2/notes']!;
    const responses = { '200': { description: 'Fine.', content: { 'application/json': { schema } } } };
    const document = { ...bundles.v2, paths: { '/api/v2/notes': { get: { ...get!, responses } } } };
    expect(operationTable(document, createSchemaPool(), document)[0]?.hasSensitiveResponse).to.equal(false);
  });

  it('contains idempotency, audit, events and sensitivity', () => {
    const create = operation('createNote');
    expect(create).to.include({ isIdempotencyKeyed: true, audit: 'note.create', hasSensitiveResponse: true });
    expect(create.emits).to.deep.equal(['note.created']);
    expect(operation('getNoteStats')).to.include({ isIdempotencyKeyed: false, hasSensitiveResponse: false });
  });

  it('converts dates for the deprecation headers, and resolves the successor', () => {
    const [old] = operationTable(bundles.v1, createSchemaPool(), bundles.v2);
    expect(old?.deprecation).to.deep.equal({
      deprecatedAt: Date.UTC(2026, 9, 1) / 1000,
      sunset: 'Wed, 30 Jun 2027 00:00:00 GMT',
      successor: { id: 'getNote', method: 'GET', path: '/api/v2/notes/{note_id}' },
    });
  });
});
