import { expect } from 'chai';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { downgrade } from '../../../../src/documents/downgrade.ts';
import { areValidatorsFresh } from '../../../../src/documents/generate/freshness.ts';
import { bundleDocuments } from '../../../../src/documents/generate/bundle.ts';
import { checkFacts } from '../../../../src/documents/generate/facts.ts';
import { generate } from '../../../../src/documents/generate/generate.ts';
import { generateValidators } from '../../../../src/documents/generate/validators.ts';
import { removeSurplus, staleFiles, surplusFiles, writeFiles } from '../../../../src/documents/generate/output.ts';
import type { ValidationError } from '../../../../src/contract/operation.ts';
import { fixture, generateFixture, readBundles, type Bundles } from './generated.ts';

describe('the generator', function () {
  this.timeout(60_000);
  let folder: string;
  let bundles: Bundles;

  before(async () => {
    folder = await generateFixture();
    bundles = await readBundles(folder);
  });
  after(async () => await rm(folder, { recursive: true }));

  describe('files', () => {
    it('are identical, byte for byte, the second time', async () => {
      const { committed, docs, validators } = await generate(fixture);
      const files = { ...committed, 'validators.cjs': validators };
      expect(await writeFiles(join(folder, 'docs'), docs)).to.deep.equal([]);
      expect(await staleFiles(join(folder, 'generated'), files)).to.deep.equal([]);
      expect(await writeFiles(join(folder, 'generated'), files)).to.deep.equal([]);
    });

    it('are reported if they were changed by hand', async () => {
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

    it('have the chapters below the description, in the order of the list', () => {
      expect(bundles.v2.info).to.deep.equal({
        title: 'Notes',
        version: '2.0.0',
        description:
          'What people write down.\n\n# Writing\n\nA note has a text.\n\n' +
          '# Reading\n\nNotes are read one by one.\n\n## In order\n\nThe newest comes first.',
        license: { name: 'MIT', identifier: 'MIT' },
      });
      expect(bundles.v1.info).not.to.have.any.keys('description', 'x-chapters');
    });

    it('are not made with a chapter that has no heading', async () => {
      const source = await mkdtemp(join(tmpdir(), 'architect-chapters-'));
      await cp(fixture, source, { recursive: true });
      await writeFile(join(source, 'chapters/reading.md'), 'Notes are read one by one.\n');
      const failure = await bundleDocuments(source).then(
        () => 'none',
        (error: unknown) => String(error),
      );
      expect(failure).to.contain('chapters/reading.md: a chapter must begin with a heading');
      await rm(source, { recursive: true });
    });

    it('name schemas after their files, in order, with the standard headers on every response', () => {
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

    it('contain the current document as OpenAPI 3.0.3', async () => {
      const text = await readFile(join(folder, 'docs/openapi.yaml'), 'utf8');
      expect(parse(text)).to.deep.equal(downgrade({ ...bundles.v2 }));
      expect(parse(text)).to.include({ openapi: '3.0.3' }).and.not.to.have.property('x-lost');
    });

    it('show that the validators are older than the bundles', async () => {
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

    it('are valid in the document', () => {
      expect(() => checkFacts(bundles, problems)).not.to.throw();
    });

    it('are refused if an event, a problem or its status is missing', () => {
      expect(() => checkFacts(withFact('x-emits', ['note.lost']), problems)).to.throw(
        'note.lost, which is not under webhooks',
      );
      expect(() => checkFacts(bundles, {})).to.throw('note_locked, which is not in problems.yaml');
      expect(() => checkFacts(bundles, { note_locked: { status: 422 } })).to.throw('does not declare its status');
    });

    it('are refused if the code belongs to a response that all operations share', () => {
      const known = { ...problems, gone_again: { status: 404 } };
      const item = bundles.v2.paths['/api/v2/notes/{note_id}'];
      const get = { ...item!.get!, 'x-problems': ['gone_again'] };
      const v2 = { ...bundles.v2, paths: { '/api/v2/notes/{note_id}': { ...item, get } } };
      expect(() => checkFacts({ ...bundles, v2 }, known)).to.throw(
        'v2 getNote: x-problems names gone_again, but all operations share the response of its status',
      );
    });
  });

  describe('events', () => {
    it('are validated as complete, closed bodies', async () => {
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
    it('each have a factory, which sets status and parameters', async () => {
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
