import { expect } from 'chai';
import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import { bundles, today } from './bundle.ts';
import { breaking } from './breaking.ts';
import { draftOf, put, take } from './edit.ts';
import { plant } from './planting.ts';

describe('the gate finds what breaks clients', function () {
  this.timeout(30_000);

  it('knows forty kinds and more', () => {
    expect(new Set(breaking.map(({ name }) => name)).size).to.be.at.least(40);
  });

  for (const planting of breaking) {
    it(planting.name, () => {
      const planted = plant(planting);
      expect(planted.length, 'operations that were changed').to.be.at.least(3);
      for (const { site, pointer, changes } of planted) {
        const found = changes.filter(({ kind, pointer: at }) => kind === planting.kind && at === pointer);
        const seen = changes.map(({ weight, kind, pointer: at }) => `${weight} ${kind} ${at}`).join('\n');
        expect(
          found.map(({ weight }) => weight),
          `${site.id} ${pointer}, where was seen:\n${seen}`,
        ).to.deep.equal(['breaking']);
        expect(found[0]?.operations, `${pointer} reaches`).to.include(site.id);
      }
    });
  }

  it('a record of a stream that loses a member', () => {
    const current = draftOf(bundles.v2);
    take(current, '/components/schemas/TaskRow/properties/labels');
    const found = compareDocuments(bundles.v2, current, today).filter(({ weight }) => weight === 'breaking');
    expect(found.map(({ kind, operations }) => [kind, operations])).to.deep.include([
      'response-property-removed',
      ['exportProject'],
    ]);
  });

  it('a stream whose records are no longer described', () => {
    const current = draftOf(bundles.v2);
    const path = '/paths/~1api~1v2~1audit-log~1export/get/responses/200/content/text~1csv/schema';
    take(current, `${path}/contentSchema`);
    const found = compareDocuments(bundles.v2, current, today).filter(({ weight }) => weight === 'breaking');
    expect(found.map(({ kind, pointer }) => [kind, pointer])).to.deep.equal([['response-content-changed', path]]);
  });

  it('a security scheme, or the only server, that is gone for all', () => {
    const current = draftOf(bundles.v2);
    take(current, '/components/securitySchemes/bearerAuth');
    put(current, '/servers', [{ url: 'https://elsewhere.test' }]);
    const changes = compareDocuments(bundles.v2, current, today).filter(({ weight }) => weight === 'breaking');
    expect(changes.map(({ kind, pointer }) => `${kind} ${pointer}`)).to.have.members([
      'scheme-removed /components/securitySchemes/bearerAuth',
      'server-removed /servers/0',
    ]);
  });
});
