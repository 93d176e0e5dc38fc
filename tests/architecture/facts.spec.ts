import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { scopeAreas } from '../../src/contract/vocabulary.ts';
import { allScopes } from '../../src/modules/api-keys/index.ts';
import { documentedOperations, documents } from '../support/contract/document.ts';
import { readSourceFacts, type Literal, type SourceFacts } from './source-facts.ts';

// Facts that stand in the contract and in the source must be the same facts: nothing declared that no code does,
// nothing done that is not declared.

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
    it('every code that is thrown is catalogued, with that status', () => {
      expect(missingFrom(Object.keys(catalogue), facts.problems)).to.deep.equal([]);
      const others = facts.problems.filter(
        ({ value, status }) => status !== undefined && catalogue[value]!.status !== status,
      );
      expect(others).to.deep.equal([]);
    });

    it('every catalogued code is thrown somewhere', () => {
      const thrown = new Set(valuesOf(facts.problems));
      expect(Object.keys(catalogue).filter((code) => !thrown.has(code))).to.deep.equal([]);
    });

    it('every code that an operation names is catalogued', () => {
      const named = documentedOperations.flatMap(({ written }) => written['x-problems'] ?? []);
      expect(named.filter((code) => catalogue[code] === undefined)).to.deep.equal([]);
    });
  });

  describe('record()', () => {
    it('names its audit action and its event in place', () => {
      expect(facts.unreadable).to.deep.equal([]);
    });

    it('records every event of the catalogue, and no other', () => {
      expect(valuesOf(facts.events)).to.deep.equal(Object.keys(documents.v2.webhooks ?? {}).sort());
    });

    it('records every x-audit of an operation', () => {
      const declared = new Set(documentedOperations.flatMap(({ written }) => written['x-audit'] ?? []));
      const recorded = new Set(valuesOf(facts.audits));
      expect([...declared].filter((action) => !recorded.has(action))).to.deep.equal([]);
    });

    it('records nothing in a service that no operation declares as x-audit or x-emits', () => {
      const inServices = (literals: readonly Literal[]): Literal[] =>
        literals.filter(({ at }) => at.includes('.service.ts:'));
      // What is noticed beside an operation stands at its event.
      const noticed = Object.values(documents.v2.webhooks ?? {}).flatMap(({ post }) => post?.['x-audit'] ?? []);
      const audits = [...noticed, ...documentedOperations.flatMap(({ written }) => written['x-audit'] ?? [])];
      const emits = documentedOperations.flatMap(({ written }) => written['x-emits'] ?? []);
      expect(missingFrom(audits, inServices(facts.audits))).to.deep.equal([]);
      expect(missingFrom(emits, inServices(facts.events))).to.deep.equal([]);
    });

    it('every x-emits names an event of the catalogue', () => {
      const names = documentedOperations.flatMap(({ written }) => written['x-emits'] ?? []);
      expect(names.filter((name) => documents.v2.webhooks?.[name] === undefined)).to.deep.equal([]);
    });
  });

  describe('the activity feed', () => {
    /** What is about accounts and credentials, or comes when nobody is left to read it. */
    const kept = /^(?:user|session|api_key|invitation)\.|^organization\.deleted$/;

    it('shows every event of the catalogue but what is kept from it', () => {
      const file = readFileSync(join(root, 'openapi/activity/schemas/ActivityType.yaml'), 'utf8');
      const shown = (parse(file) as { enum: string[] }).enum;
      const events = Object.keys(documents.v2.webhooks ?? {}).filter((name) => !kept.test(name));
      expect(shown.sort()).to.deep.equal(events.sort());
    });
  });

  describe('words of the extensions', () => {
    it('an API key has a scope for reading and one for writing of each area, and no other', () => {
      expect(allScopes).to.have.members(scopeAreas.flatMap((area) => [`${area}:read`, `${area}:write`]));
    });
  });
});
