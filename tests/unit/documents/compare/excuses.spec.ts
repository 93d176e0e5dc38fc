import { expect } from 'chai';
import type { Change } from '../../../../src/documents/compare/change.ts';
import { judge, readExcuses, requireDocuments, type Excuse } from '../../../../src/documents/compare/excuses.ts';
import { judgeDocument, type Comparison } from '../../../../src/documents/compare/gate.ts';
import { linesOf } from '../../../../src/documents/compare/print.ts';
import { isBelow, leastVersion } from '../../../../src/documents/compare/version.ts';
import { bundles } from './bundle.ts';
import { draftOf, put, take } from './edit.ts';

const change: Change = {
  weight: 'breaking',
  kind: 'response-property-removed',
  pointer: '/components/schemas/Task/properties/title',
  reason: 'title is no longer there',
  operations: ['getTask'],
};
const excuse: Excuse = {
  document: 'v2',
  kind: change.kind,
  pointer: change.pointer,
  reason: 'nobody had it',
  until: '2026-12-31',
};

describe('excuses of breaking changes', () => {
  it('hold to the end of their last day', () => {
    const { blocking, excused, faults } = judge([change], [excuse], '2026-12-31');
    expect({ blocking, excused, faults }).to.deep.equal({ blocking: [], excused: [change], faults: [] });
  });
  it('hold no longer', () => {
    const { blocking, faults } = judge([change], [excuse], '2027-01-01');
    expect(blocking).to.deep.equal([change]);
    expect(faults.join()).to.include('ran out on 2026-12-31');
  });
  for (const [name, other] of [
    ['another kind', { kind: 'response-type-changed' }],
    ['another place', { pointer: '/components/schemas/Task' }],
  ] as const) {
    it(`excuse nothing of ${name}`, () => {
      const { blocking } = judge([change], [{ ...excuse, ...other }], '2026-12-01');
      expect(blocking).to.deep.equal([change]);
    });
  }
  it('must go when nothing needs them', () => {
    expect(judge([], [excuse], '2026-12-01').faults.join()).to.include('excuses nothing');
    const additive = { ...change, weight: 'additive' as const };
    expect(judge([additive], [excuse], '2026-12-01').faults).to.have.length(1);
  });

  describe('as they are written', () => {
    it('take the pointer with its hash, as it is printed', () => {
      expect(readExcuses([{ ...excuse, pointer: `#${change.pointer}` }])).to.deep.equal([excuse]);
    });
    it('may be none', () => expect(readExcuses(null)).to.deep.equal([]));
    for (const [name, entry, message] of [
      ['no reason', { ...excuse, reason: ' ' }, 'reason is missing'],
      ['no day', { ...excuse, until: 'soon' }, 'until is a day'],
      ['no such day', { ...excuse, until: '2026-13-01' }, 'until is a day'],
      ['a word too many', { ...excuse, forever: true }, 'forever means nothing'],
      ['no entry', 'please', 'is missing or no text'],
    ] as const) {
      it(`are refused with ${name}`, () => expect(() => readExcuses([entry])).to.throw(message));
    }
    it('are a list', () => expect(() => readExcuses({})).to.throw('must be a list'));
    it('are for a document that is compared', () => {
      expect(() => requireDocuments([excuse], ['v2', undefined])).not.to.throw();
      expect(() => requireDocuments([{ ...excuse, document: undefined }], ['v2', undefined])).not.to.throw();
      expect(() => requireDocuments([excuse, { ...excuse, document: 'v3' }], ['v1', 'v2'])).to.throw(
        'excuse 2 is for the document v3; expected v1 or v2',
      );
      expect(() => requireDocuments([{ ...excuse, document: undefined }], ['v1', 'v2'])).to.throw('without a name');
    });
  });
});

describe('the verdict on a document', function () {
  this.timeout(10_000);
  const pointer = '/components/schemas/Task/properties/title';
  const broken = draftOf(bundles.v2);
  take(broken, pointer);
  const comparison: Comparison = { name: 'v2', released: bundles.v2, current: broken, rule: 'release' };

  it('fails on what breaks, and prints where, why and whom', () => {
    const verdict = judgeDocument(comparison, [], '2026-12-01');
    expect(verdict.isPassed).to.equal(false);
    const text = linesOf(verdict).join('\n');
    expect(text)
      .to.include('response-property-removed')
      .and.include(`#${pointer}`)
      .and.include('title is no longer there');
    expect(text).to.match(/response-property-removed {2}(?:\w+, ){3}\w+ and \d+ more/);
    expect(verdict.changes.find(({ kind }) => kind === 'response-property-removed')?.operations).to.include('getTask');
  });
  it('passes what is excused, and says so', () => {
    const found = judgeDocument(comparison, [], '2026-12-01').changes.filter(({ weight }) => weight === 'breaking');
    const excuses = found.map((it) => ({ ...excuse, kind: it.kind, pointer: it.pointer }));
    const next = structuredClone(broken);
    put(next, '/info/version', '2.99.0');
    const verdict = judgeDocument({ ...comparison, current: next }, excuses, '2026-12-01');
    expect(verdict.isPassed).to.equal(true);
    expect(linesOf(verdict).join('\n')).to.include(`excused: response-property-removed #${pointer}`);
  });
  it('fails on an excuse alone that has run out', () => {
    const { isPassed } = judgeDocument({ ...comparison, current: bundles.v2 }, [excuse], '2026-12-01');
    expect(isPassed).to.equal(false);
  });
  it('passes what breaks in a new version', () => {
    const next = structuredClone(broken);
    put(next, '/info/version', '3.0.0');
    expect(judgeDocument({ ...comparison, current: next }, [], '2026-12-01').isPassed).to.equal(true);
  });
  it('fails a client on what breaks it, whatever the version says', () => {
    const next = structuredClone(broken);
    put(next, '/info/version', '3.0.0');
    const verdict = judgeDocument({ ...comparison, current: next, rule: 'client' }, [], '2026-12-01');
    expect(verdict.isPassed).to.equal(false);
  });
  it('fails a document that differs from its release under one version', () => {
    const next = draftOf(bundles.v2);
    put(next, '/info/description', 'In other words.');
    const judged = (version: string, rule: Comparison['rule']) => {
      put(next, '/info/version', version);
      return judgeDocument({ ...comparison, current: next, rule }, [], '2026-12-01');
    };
    const released = String((bundles.v2['info'] as Record<string, unknown>)['version']);
    const { isPassed, faults } = judged(released, 'release');
    expect(isPassed).to.equal(false);
    expect(faults.join()).to.include(`info.version is ${released}`).and.include('at least');
    expect(judged('2.99.0', 'release').isPassed).to.equal(true);
    expect(judged(released, 'client').isPassed, 'a client').to.equal(true);
  });
  it('looks only at the operations that a client uses, and at what concerns all', () => {
    const judged = (...operations: readonly string[]) =>
      judgeDocument({ ...comparison, rule: 'client', operations: new Set(operations) }, [], '2026-12-01');
    expect(judged('getTask').isPassed).to.equal(false);
    expect(judged('listLabels')).to.include({ isPassed: true }).and.to.have.property('changes').that.deep.equals([]);
    const elsewhere = structuredClone(broken);
    put(elsewhere, '/servers', [{ url: 'https://elsewhere.test' }]);
    const operations = new Set(['listLabels']);
    const moved = { ...comparison, current: elsewhere, rule: 'client' as const, operations };
    expect(judgeDocument(moved, [], '2026-12-01').changes.map(({ kind }) => kind)).to.include('server-removed');
  });
  it('asks of a minor version no less than of a patch', () => {
    const next = structuredClone(broken);
    put(next, '/info/version', '2.9.0');
    expect(judgeDocument({ ...comparison, current: next }, [], '2026-12-01').isPassed).to.equal(false);
  });
});

describe('the version of a release', () => {
  const released = { info: { version: '2.4.1' } };
  const words = { ...change, weight: 'documentation' as const };
  const addition = { ...change, weight: 'additive' as const };

  it('says what has changed', () => {
    expect(leastVersion(released, [], false)).to.equal('2.4.1');
    expect(leastVersion(released, [words], false)).to.equal('2.4.2');
    expect(leastVersion(released, [words, addition], false)).to.equal('2.5.0');
    expect(leastVersion(released, [change], true)).to.equal('3.0.0');
    // An excused change is an addition with an apology.
    expect(leastVersion(released, [change], false)).to.equal('2.5.0');
  });
  it('is compared by its numbers', () => {
    const isBelow250 = (version: string): boolean => isBelow({ info: { version } }, '2.5.0');
    expect(['2.4.9', '1.9.9', '2.5.0', '2.10.0', '3.0.0', ''].map(isBelow250)).to.deep.equal([
      ...[true, true, false, false, false, true],
    ]);
  });
});
