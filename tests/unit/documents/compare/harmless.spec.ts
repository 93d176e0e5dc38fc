import { expect } from 'chai';
import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import { bundles, today } from './bundle.ts';
import { at, draftOf, listAt, removeAt, setAt, type Draft } from './edit.ts';
import { harmless } from './harmless.ts';
import { plant } from './planting.ts';

describe('the comparison passes changes that break no client', function () {
  this.timeout(30_000);

  it('is tested with at least twenty kinds', () => {
    expect(new Set(harmless.map(({ name }) => name)).size).to.be.at.least(20);
  });

  for (const planting of harmless) {
    it(planting.name, () => {
      const planted = plant(planting);
      expect(planted.length, 'number of changed operations').to.be.at.least(3);
      for (const { site, pointer, changes } of planted) {
        const seen = changes.map(({ weight, kind, pointer: at }) => `${weight} ${kind} ${at}`);
        expect(
          seen.filter((line) => line.startsWith('breaking')),
          `${site.id} ${pointer}`,
        ).to.deep.equal([]);
        expect(
          seen.map((line) => line.slice(line.indexOf(' ') + 1)),
          site.id,
        ).to.include(`${planting.kind} ${pointer}`);
      }
    });
  }

  it('equal documents, and another order of members', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    for (const document of Object.values(bundles)) {
      expect(compareDocuments(document, structuredClone(document), today)).to.deep.equal([]);
      expect(compareDocuments(document, reversed(document) as Draft, today)).to.deep.equal([]);
    }
  });

  it('a new event in the list of a shared event schema, but no other name in the list', () => {
    const type = '/components/schemas/LabelEvent/properties/type';
    const names = `${type}/enum`;
    const released = draftOf(bundles.v2);
    removeAt(released, `${type}/x-extensible-enum`);
    const kindsWith = (name: string, isSent: boolean): string[] => {
      const current = draftOf(released);
      if (isSent) setAt(current, `/webhooks/${name}`, at(current, '/webhooks/label.created'));
      listAt(current, names).push(name);
      return compareDocuments(released, current, today)
        .filter(({ pointer }) => pointer === names)
        .map(({ weight, kind }) => `${weight} ${kind}`);
    };
    expect(kindsWith('label.planted', true)).to.deep.equal(['additive payload-enum-grown']);
    // A name without a webhook, and the name of a webhook with another schema.
    expect(kindsWith('label.planted', false)).to.deep.equal(['breaking payload-enum-grown']);
    expect(kindsWith('task.created', false)).to.deep.equal(['breaking payload-enum-grown']);
  });

  it('a component that no operation uses, which is reported as documentation', () => {
    const current = draftOf(bundles.v2);
    setAt(current, '/components/schemas/Planted', { type: 'string' });
    expect(compareDocuments(bundles.v2, current, today).map(({ weight, kind }) => `${weight} ${kind}`)).to.deep.equal([
      'documentation other',
    ]);
  });
});
