import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { scopeAreas } from '../../src/contract/vocabulary.ts';
import { allScopes } from '../../src/modules/api-keys/index.ts';
import { documentedOperations, documents } from '../support/contract/document.ts';
import { readSourceFacts, type Literal, type SourceFacts } from './source-facts.ts';

// Facts in the contract and in the source must agree: the code does everything that is declared, and nothing else.

const root = join(import.meta.dirname, '../..');

function valuesOf(literals: readonly Literal[]): string[] {
  return [...new Set(literals.map(({ value }) => value))].sort();
}

function missingFrom(known: Iterable<string>, literals: readonly Literal[]): string[] {
  const names = new Set(known);
  return literals.filter(({ value }) => !names.has(value)).map(({ value, at }) => `${value} at ${at}`);
}

describe('the contract and the source', function () {
  this.timeout(60_000);
  const catalogue = parse(readFileSync(join(root, 'openapi/shared/problems.yaml'), 'utf8')) as Record<
    string,
    { status: number }
  >;
  let facts: SourceFacts;

  before(() => {
    facts = readSourceFacts();
  });

  describe('problem codes', () => {
    it('every thrown code is in the catalogue, with the same status', () => {
      expect(missingFrom(Object.keys(catalogue), facts.problems)).to.deep.equal([]);
      const others = facts.problems.filter(
        ({ value, status }) => status !== undefined && catalogue[value]!.status !== status,
      );
      expect(others).to.deep.equal([]);
    });

    it('every code of the catalogue is thrown somewhere', () => {
      const thrown = new Set(valuesOf(facts.problems));
      expect(Object.keys(catalogue).filter((code) => !thrown.has(code))).to.deep.equal([]);
    });

    it('every code of an operation is in the catalogue', () => {
      const named = documentedOperations.flatMap(({ written }) => written['x-problems'] ?? []);
      expect(named.filter((code) => catalogue[code] === undefined)).to.deep.equal([]);
    });
  });

  describe('record()', () => {
    it('has its audit action and its event as literals in the call', () => {
      expect(facts.unreadable).to.deep.equal([]);
    });

    it('records every event of the document, and no other', () => {
      expect(valuesOf(facts.events)).to.deep.equal(Object.keys(documents.v2.webhooks ?? {}).sort());
    });

    it('records every x-audit of an operation', () => {
      const declared = new Set(documentedOperations.flatMap(({ written }) => written['x-audit'] ?? []));
      const recorded = new Set(valuesOf(facts.audits));
      // What changes nothing declares none.
      declared.delete('none');
      expect([...declared].filter((action) => !recorded.has(action))).to.deep.equal([]);
    });

    it('records nothing in a service that no operation declares as x-audit or x-emits', () => {
      const inServices = (literals: readonly Literal[]): Literal[] =>
        literals.filter(({ at }) => at.includes('.service.ts:'));
      // Audit actions that are not an operation's own are declared at their event.
      const webhooks = Object.entries(documents.v2.webhooks ?? {});
      const noticed = webhooks.flatMap(([name, { post }]) => (post?.['x-audit'] === undefined ? [] : [{ name, post }]));
      const own = noticed.flatMap(({ post }) => post['x-audit'] ?? []);
      const audits = [...own, ...documentedOperations.flatMap(({ written }) => written['x-audit'] ?? [])];
      const declared = documentedOperations.flatMap(({ written }) => written['x-emits'] ?? []);
      const emits = [...noticed.map(({ name }) => name), ...declared];
      expect(missingFrom(audits, inServices(facts.audits))).to.deep.equal([]);
      expect(missingFrom(emits, inServices(facts.events))).to.deep.equal([]);
    });

    it('every x-emits names an event of the document', () => {
      const names = documentedOperations.flatMap(({ written }) => written['x-emits'] ?? []);
      expect(names.filter((name) => documents.v2.webhooks?.[name] === undefined)).to.deep.equal([]);
    });
  });

  describe('the activity feed', () => {
    /** Events about accounts and credentials, and the last event of an organization, which nobody can read. */
    const hidden = /^(?:user|session|api_key|invitation)\.|^organization\.deleted$/;

    it('shows every event of the document except the hidden ones', () => {
      const file = readFileSync(join(root, 'openapi/activity/schemas/ActivityType.yaml'), 'utf8');
      const shown = (parse(file) as { enum: string[] }).enum;
      const events = Object.keys(documents.v2.webhooks ?? {}).filter((name) => !hidden.test(name));
      expect(shown.sort()).to.deep.equal(events.sort());
    });
  });

  describe('scopes', () => {
    it('are one for reading and one for writing of each area, and no other', () => {
      expect(allScopes).to.have.members(scopeAreas.flatMap((area) => [`${area}:read`, `${area}:write`]));
    });
  });
});
