import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contractHash } from '../../../src/contract/contract-hash.ts';
import { downgrade } from '../../../src/contract/downgrade.ts';
import { areValidatorsFresh } from '../../../src/contract/generate/freshness.ts';
import { checkFacts } from '../../../src/contract/generate/facts.ts';
import { generate, generateValidators } from '../../../src/contract/generate/generate.ts';
import { removeSurplus, staleFiles, surplusFiles, writeFiles } from '../../../src/contract/generate/output.ts';
import { operationTable } from '../../../src/contract/generate/operation-table.ts';
import { createSchemaPool } from '../../../src/contract/generate/schema-pool.ts';
import type { Document } from '../../../src/contract/generate/document.ts';
import type { Operation, ValidationError, Validators } from '../../../src/contract/operation.ts';
import { fixture, generateFixture } from './generated.ts';

describe('the generator', function () {
  this.timeout(60_000);
  let folder: string;
  let bundles: { v1: Document; v2: Document };

  before(async () => {
    folder = await generateFixture();
    const read = async (name: string) =>
      JSON.parse(await readFile(join(folder, `generated/${name}/openapi.json`), 'utf8')) as Document;
    bundles = { v1: await read('v1'), v2: await read('v2') };
  });
  after(async () => await rm(folder, { recursive: true }));

  describe('files', () => {
    it('come out the same, byte for byte, the second time', async () => {
      const { committed, docs, validators } = await generate(fixture);
      const files = { ...committed, 'validators.cjs': validators };
      expect(await writeFiles(join(folder, 'docs'), docs)).to.deep.equal([]);
      expect(await staleFiles(join(folder, 'generated'), files)).to.deep.equal([]);
      expect(await writeFiles(join(folder, 'generated'), files)).to.deep.equal([]);
    });

    it('are named when someone has changed them', async () => {
      const { committed } = await generate(fixture);
      const copy = await mkdtemp(join(tmpdir(), 'architect-stale-'));
      await writeFiles(copy, committed);
      await writeFile(join(copy, 'v2/operations.ts'), `${committed['v2/operations.ts'] ?? ''}\n`);
      await rm(join(copy, 'events.ts'));
      expect(await staleFiles(copy, committed)).to.have.members(['v2/operations.ts', 'events.ts']);
      await writeFile(join(copy, 'v2/more.ts'), '');
      expect(await surplusFiles(copy, Object.keys(committed))).to.deep.equal(['v2/more.ts']);
      expect(await removeSurplus(copy, Object.keys(committed))).to.deep.equal(['v2/more.ts']);
      expect(await surplusFiles(copy, Object.keys(committed))).to.deep.equal([]);
      await rm(copy, { recursive: true });
    });

    it('name schemas after their files, in order, with the standard headers on every reply', () => {
      expect(Object.keys(bundles.v2.components?.['schemas'] ?? {})).to.include.members([
        'Note',
        'NoteCreate',
        'Problem',
      ]);
      const names = Object.keys(bundles.v2.components?.['schemas'] ?? {});
      expect(names).to.deep.equal([...names].sort());
      const deleted = bundles.v2.paths['/api/v2/notes/{note_id}']?.delete?.responses['204'];
      expect(deleted).to.have.nested.property('headers.X-Request-Id.$ref', '#/components/headers/RequestId');
      expect(bundles.v2.components?.['responses']?.['NotFound']).to.have.nested.property('headers.API-Version');
    });

    it('hold the current document as OpenAPI 3.0.3', async () => {
      const text = await readFile(join(folder, 'docs/openapi.yaml'), 'utf8');
      expect(parse(text)).to.deep.equal(downgrade({ ...bundles.v2 }));
      expect(parse(text)).to.include({ openapi: '3.0.3' }).and.not.to.have.property('x-lost');
    });

    it('tell when the validators are older than the bundles', async () => {
      const generated = join(folder, 'generated');
      expect(await areValidatorsFresh(generated)).to.be.true;
      const bundle = join(generated, 'v1/openapi.json');
      const text = await readFile(bundle, 'utf8');
      await writeFile(bundle, text.replace('Read a note', 'Read the note'));
      expect(await areValidatorsFresh(generated)).to.be.false;
      await writeFile(bundle, text);
      const compiled = join(generated, 'validators.cjs');
      const code = await readFile(compiled, 'utf8');
      await writeFile(compiled, code.replace(/^\/\/ Made by .*$/m, '// Made by another generator'));
      expect(await areValidatorsFresh(generated)).to.be.false;
      await writeFile(compiled, code);
      expect(await areValidatorsFresh(generated)).to.be.true;
      expect(await generateValidators(generated)).to.equal(await readFile(join(generated, 'validators.cjs'), 'utf8'));
    });
  });

  describe('facts', () => {
    const problems = { note_locked: { status: 409 } };
    const withFact = (name: string, value: readonly string[]) => {
      const item = bundles.v2.paths['/api/v2/notes'];
      const post = { ...item!.post!, [name]: value };
      return { ...bundles, v2: { ...bundles.v2, paths: { ...bundles.v2.paths, '/api/v2/notes': { ...item, post } } } };
    };

    it('hold in the document', () => {
      expect(() => checkFacts(bundles, problems)).not.to.throw();
    });

    it('are refused where an event, a problem or its status is not there', () => {
      expect(() => checkFacts(withFact('x-emits', ['note.lost']), problems)).to.throw('note.lost, which is no webhook');
      expect(() => checkFacts(bundles, {})).to.throw('note_locked, which problems.yaml lacks');
      expect(() => checkFacts(bundles, { note_locked: { status: 422 } })).to.throw('whose status is not declared');
    });
  });

  describe('the table of operations', () => {
    let operations: Map<string, Operation>;
    const operation = (id: string): Operation => operations.get(id)!;
    before(async () => {
      const module = (await import(join(folder, 'generated/v2/operations.ts'))) as { operations: Operation[] };
      operations = new Map(module.operations.map((it) => [it.id, it]));
    });

    it('is what the functions behind it say', () => {
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

    it('says which reply headers must be there', () => {
      const { headers } = operation('createNote').replies[201]!;
      expect(headers['location']?.required).to.be.true;
      expect(headers['x-request-id']?.required).to.be.true;
      expect(headers['ratelimit']?.required).to.be.false;
      expect(operation('getNoteStats').replies[503]?.headers['retry-after']?.type).to.deep.equal({ kind: 'integer' });
    });

    it('opens a unit of work for unsafe operations, unless they say otherwise', () => {
      expect(operation('listNotes').transaction).to.equal('none');
      expect(operation('createNote').transaction).to.equal('unit');
      expect(operation('deleteNote').transaction).to.equal('none');
    });

    it('carries idempotency, audit, events and sensitivity', () => {
      const create = operation('createNote');
      expect(create).to.include({ isIdempotencyKeyed: true, audit: 'note.create', hasSensitiveReply: true });
      expect(create.emits).to.deep.equal(['note.created']);
      expect(operation('getNoteStats')).to.include({ isIdempotencyKeyed: false, hasSensitiveReply: false });
    });

    it('turns dates into what the deprecation headers carry, and the successor into what it is', () => {
      const [old] = operationTable(bundles.v1, createSchemaPool(), bundles.v2);
      expect(old?.deprecation).to.deep.equal({
        deprecatedAt: Date.UTC(2026, 9, 1) / 1000,
        sunset: 'Wed, 30 Jun 2027 00:00:00 GMT',
        successor: { id: 'getNote', method: 'GET', path: '/api/v2/notes/{note_id}' },
      });
    });
  });

  describe('validators', () => {
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
    before(() => {
      validators = createRequire(import.meta.url)(join(folder, 'generated/validators.cjs')) as Validators;
      const table = operationTable(bundles.v2, createSchemaPool(), bundles.v2);
      const find = (id: string) => table.find((it) => it.id === id)!;
      key = {
        create: find('createNote').body!.content['application/json']!,
        update: find('updateNote').body!.content['application/merge-patch+json']!,
        note: find('getNote').replies[200]!.content['application/json']!,
        limit: find('listNotes').parameters[0]!.validator,
      };
    });
    const check = (name: string, value: unknown) => {
      const validate = validators.byKey[name]!;
      return validate(value) ? [] : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.keyword}`);
    };

    it('carry the hash of the documents, which a server compares with its own', () => {
      expect(validators.hash).to.equal(contractHash([bundles.v1, bundles.v2]));
      expect(validators.hash).not.to.equal(contractHash([bundles.v2, bundles.v1]));
    });

    it('list every violation of a request, with words', () => {
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

    it('close every object of a reply, however deep, though the document leaves them open', () => {
      expect(check(key.note, note)).to.deep.equal([]);
      expect(check(key.note, { ...note, extra: 1 })).to.deep.equal([' additionalProperties']);
      expect(check(key.note, { ...note, content: { ...note.content, extra: 1 } })).to.include(
        '/content additionalProperties',
      );
      expect(JSON.stringify(bundles.v2.components?.['schemas']?.['Note'])).not.to.contain('additionalProperties');
    });

    it('choose the alternative by its tag', () => {
      expect(check(key.note, { ...note, content: { kind: 'number', amount: 0 } })).to.deep.equal([
        '/content/amount exclusiveMinimum',
      ]);
      expect(check(key.note, { ...note, content: { kind: 'number', amount: 0.5 } })).to.deep.equal([]);
      expect(check(key.note, { ...note, content: { kind: 'other' } })).to.deep.equal(['/content discriminator']);
    });

    it('stop at the first violation of a reply', () => {
      expect(check(key.note, { ...note, text: 1, colour: 'blue' })).to.have.length(1);
    });

    it('refuse null bytes, bad ids and days that do not exist', () => {
      expect(check(key.create, { text: 'a\0b' })).to.deep.equal(['/text pattern']);
      expect(check(key.note, { ...note, id: note.id.toUpperCase() })).to.deep.equal(['/id format']);
      expect(check(key.note, { ...note, created_at: '2026-02-30T00:00:00.000Z' })).to.deep.equal([
        '/created_at format',
      ]);
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
      expect(pool.add(bundles.v2, text, 'reply')).not.to.equal(pool.add(bundles.v2, text, 'request'));
    });
  });

  describe('events', () => {
    it('are checked as whole bodies, closed', async () => {
      const events = (await import(join(folder, 'generated/events.ts'))) as {
        eventNames: readonly string[];
        validateEvent: (name: string, envelope: unknown) => readonly ValidationError[];
      };
      const name = 'note.created';
      expect(events.eventNames).to.deep.equal(['note.created']);
      const id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f';
      const envelope = { id, type: 'note.created', timestamp: '2026-11-02T09:30:00.000Z', organization_id: id };
      expect(events.validateEvent(name, { ...envelope, data: {} })[0]?.instancePath).to.equal('/data');
      const data = {
        id,
        text: 'Milk',
        colour: 'red',
        secret: null,
        content: { kind: 'number', amount: 1 },
        version: 1,
        created_at: '2026-11-02T09:30:00.000Z',
      };
      expect(events.validateEvent(name, { ...envelope, data })).to.deep.equal([]);
      expect(events.validateEvent(name, { ...envelope, data, more: 1 })).to.have.length(1);
    });
  });

  describe('problems', () => {
    it('have a factory each, which fills status and parameters', async () => {
      const { problems, catalogue } = (await import(join(folder, 'generated/problems.ts'))) as {
        problems: Record<string, (params?: object) => Error>;
        catalogue: object;
      };
      expect(problems['note_locked']?.({ note_id: 'a', seconds: 3 })).to.deep.include({
        code: 'note_locked',
        status: 409,
        params: { note_id: 'a', seconds: 3 },
      });
      expect(catalogue).to.have.nested.property('not_found.title', 'There is no such resource');
    });
  });
});
