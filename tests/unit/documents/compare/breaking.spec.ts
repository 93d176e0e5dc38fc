import { expect } from 'chai';
import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import { bundles, today } from './bundle.ts';
import { breaking } from './breaking.ts';
import { draftOf, setAt, removeAt } from './edit.ts';
import { plant } from './planting.ts';

describe('the comparison reports breaking changes', function () {
  this.timeout(30_000);

  it('is tested with at least forty kinds', () => {
    expect(new Set(breaking.map(({ name }) => name)).size).to.be.at.least(40);
  });

  for (const planting of breaking) {
    it(planting.name, () => {
      const planted = plant(planting);
      expect(planted.length, 'number of changed operations').to.be.at.least(3);
      for (const { site, pointer, changes } of planted) {
        const found = changes.filter(({ kind, pointer: at }) => kind === planting.kind && at === pointer);
        const seen = changes.map(({ weight, kind, pointer: at }) => `${weight} ${kind} ${at}`).join('\n');
        expect(
          found.map(({ weight }) => weight),
          `${site.id} ${pointer}; reported:\n${seen}`,
        ).to.deep.equal(['breaking']);
        expect(found[0]?.operations, `operations affected by ${pointer}`).to.include(site.id);
      }
    });
  }

  it('record of a stream without a member', () => {
    const current = draftOf(bundles.v2);
    removeAt(current, '/components/schemas/TaskRow/properties/labels');
    const found = compareDocuments(bundles.v2, current, today).filter(({ weight }) => weight === 'breaking');
    expect(found.map(({ kind, operations }) => [kind, operations])).to.deep.include([
      'response-property-removed',
      ['exportProject'],
    ]);
  });

  it('stream without the schema of its records', () => {
    const current = draftOf(bundles.v2);
    const path = '/paths/~1api~1v2~1audit-log~1export/get/responses/200/content/text~1csv/schema';
    removeAt(current, `${path}/contentSchema`);
    const found = compareDocuments(bundles.v2, current, today).filter(({ weight }) => weight === 'breaking');
    expect(found.map(({ kind, pointer }) => [kind, pointer])).to.deep.equal([['response-content-changed', path]]);
  });

  it('security scheme and server removed for all operations', () => {
    const current = draftOf(bundles.v2);
    removeAt(current, '/components/securitySchemes/bearerAuth');
    setAt(current, '/servers', [{ url: 'https://elsewhere.test' }]);
    const changes = compareDocuments(bundles.v2, current, today).filter(({ weight }) => weight === 'breaking');
    expect(changes.map(({ kind, pointer }) => `${kind} ${pointer}`)).to.have.members([
      'scheme-removed /components/securitySchemes/bearerAuth',
      'server-removed /servers/0',
    ]);
  });
});
