import { expect } from 'chai';
import type { Change } from '../../../../src/documents/compare/change.ts';
import { judge, readExcuses, type Excuse } from '../../../../src/documents/compare/excuses.ts';
import { judgeDocument } from '../../../../src/documents/compare/gate.ts';
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
    const { blocking, excused, faults } = judge('v2', [change], [excuse], '2026-12-31');
    expect({ blocking, excused, faults }).to.deep.equal({ blocking: [], excused: [change], faults: [] });
  });
  it('hold no longer', () => {
    const { blocking, faults } = judge('v2', [change], [excuse], '2027-01-01');
    expect(blocking).to.deep.equal([change]);
    expect(faults.join()).to.include('ran out on 2026-12-31');
  });
  for (const [name, other] of [
    ['another document', { document: 'v1' }],
    ['another kind', { kind: 'response-type-changed' }],
    ['another place', { pointer: '/components/schemas/Task' }],
  ] as const) {
    it(`excuse nothing of ${name}`, () => {
      const { blocking } = judge('v2', [change], [{ ...excuse, ...other }], '2026-12-01');
      expect(blocking).to.deep.equal([change]);
    });
  }
  it('must go when nothing needs them', () => {
    expect(judge('v2', [], [excuse], '2026-12-01').faults.join()).to.include('excuses nothing');
    const additive = { ...change, weight: 'additive' as const };
    expect(judge('v2', [additive], [excuse], '2026-12-01').faults).to.have.length(1);
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
    it('are a list', () => expect(() => readExcuses({})).to.throw('are a list'));
  });
});

describe('the verdict on a document', function () {
  this.timeout(10_000);
  const pointer = '/components/schemas/Task/properties/title';
  const broken = draftOf(bundles.v2);
  take(broken, pointer);
  const comparison = { name: 'v2', released: bundles.v2, current: broken };

  it('fails on what breaks, and prints where, why and whom', () => {
    const { isPassed, lines, changes } = judgeDocument(comparison, [], '2026-12-01');
    expect(isPassed).to.equal(false);
    const text = lines.join('\n');
    expect(text)
      .to.include('response-property-removed')
      .and.include(`#${pointer}`)
      .and.include('title is no longer there');
    expect(text).to.match(/response-property-removed {2}(?:\w+, ){3}\w+ and \d+ more/);
    expect(changes.find(({ kind }) => kind === 'response-property-removed')?.operations).to.include('getTask');
  });
  it('passes what is excused, and says so', () => {
    const found = judgeDocument(comparison, [], '2026-12-01').changes.filter(({ weight }) => weight === 'breaking');
    const excuses = found.map((it) => ({ ...excuse, kind: it.kind, pointer: it.pointer }));
    const { isPassed, lines } = judgeDocument(comparison, excuses, '2026-12-01');
    expect(isPassed).to.equal(true);
    expect(lines.join('\n')).to.include(`excused: response-property-removed #${pointer}`);
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
