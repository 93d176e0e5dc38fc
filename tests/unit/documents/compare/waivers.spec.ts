import { expect } from 'chai';
import type { Change } from '../../../../src/documents/compare/change.ts';
import {
  applyWaivers,
  readWaivers,
  requireDocuments,
  waiversFor,
  type Waiver,
} from '../../../../src/documents/compare/waivers.ts';
import { evaluateDocument, type Comparison } from '../../../../src/documents/compare/gate.ts';
import { linesOf } from '../../../../src/documents/compare/print.ts';
import { isBelow, leastVersion } from '../../../../src/documents/compare/version.ts';
import { bundles } from './bundle.ts';
import { draftOf, setAt, removeAt } from './edit.ts';

const change: Change = {
  weight: 'breaking',
  kind: 'response-property-removed',
  pointer: '/components/schemas/Task/properties/title',
  reason: 'title was removed',
  operations: ['getTask'],
};
const waiver: Waiver = {
  document: 'v2',
  kind: change.kind,
  pointer: change.pointer,
  reason: 'never returned',
  until: '2026-12-31',
};

describe('waivers of breaking changes', () => {
  it('are valid until the end of their last day', () => {
    const { blocking, excused, faults } = applyWaivers([change], [waiver], '2026-12-31');
    expect({ blocking, excused, faults }).to.deep.equal({ blocking: [], excused: [change], faults: [] });
  });
  it('expire after their last day', () => {
    const { blocking, faults } = applyWaivers([change], [waiver], '2027-01-01');
    expect(blocking).to.deep.equal([change]);
    expect(faults.join()).to.include('expired on 2026-12-31');
  });
  for (const [name, other] of [
    ['another kind', { kind: 'response-type-changed' }],
    ['another place', { pointer: '/components/schemas/Task' }],
  ] as const) {
    it(`do not apply to ${name}`, () => {
      const { blocking } = applyWaivers([change], [{ ...waiver, ...other }], '2026-12-01');
      expect(blocking).to.deep.equal([change]);
    });
  }
  it('must be removed if they match no breaking change', () => {
    expect(applyWaivers([], [waiver], '2026-12-01').faults.join()).to.include('matches no breaking change');
    const additive = { ...change, weight: 'additive' as const };
    expect(applyWaivers([additive], [waiver], '2026-12-01').faults).to.have.length(1);
  });

  describe('in a file', () => {
    it('accept the pointer with its hash, as it is printed', () => {
      expect(readWaivers([{ ...waiver, pointer: `#${change.pointer}` }])).to.deep.equal([waiver]);
    });
    it('may be an empty file', () => expect(readWaivers(null)).to.deep.equal([]));
    for (const [name, entry, message] of [
      ['no reason', { ...waiver, reason: ' ' }, 'reason must be a text'],
      ['a date that is a word', { ...waiver, until: 'soon' }, 'until must be a date'],
      ['a month that does not exist', { ...waiver, until: '2026-13-01' }, 'until must be a date'],
      ['a day that does not exist', { ...waiver, until: '2026-02-30' }, 'until must be a date'],
      ['an unknown member', { ...waiver, forever: true }, 'unknown member forever'],
      ['a text instead of an entry', 'please', 'until must be a text'],
    ] as const) {
      it(`are refused with ${name}`, () => expect(() => readWaivers([entry])).to.throw(message));
    }
    it('must be a list', () => expect(() => readWaivers({})).to.throw('must be a list'));
    it('must name a document that is compared', () => {
      expect(() => requireDocuments([waiver], ['v1', 'v2'])).not.to.throw();
      expect(() => requireDocuments([waiver, { ...waiver, document: 'v3' }], ['v1', 'v2'])).to.throw(
        'waiver 2: document must be v1 or v2, but is v3',
      );
      expect(() => requireDocuments([{ ...waiver, document: undefined }], ['v1', 'v2'])).to.throw('but is absent');
    });
    it('apply, for a client, to the version that they name, or to each if they name none', () => {
      const [v1, v2, each] = [{ ...waiver, document: 'v1' }, waiver, { ...waiver, document: undefined }];
      expect(waiversFor('v2', [v1, v2, each])).to.deep.equal([v2, each]);
      expect(waiversFor('v1', [v1, v2, each])).to.deep.equal([v1, each]);
      for (const document of ['v', '2', 'version 2', 'document'])
        expect(() => waiversFor('v2', [v1, { ...waiver, document }])).to.throw(
          `waiver 2: document must be v2 or another version, but is ${document}`,
        );
    });
  });
});

describe('the comparison of a document with its release', function () {
  this.timeout(10_000);
  const pointer = '/components/schemas/Task/properties/title';
  const broken = draftOf(bundles.v2);
  removeAt(broken, pointer);
  const comparison: Comparison = { name: 'v2', released: bundles.v2, current: broken, rule: 'release' };

  it('fails on a breaking change, and prints its place, reason and operations', () => {
    const verdict = evaluateDocument(comparison, [], '2026-12-01');
    expect(verdict.isPassed).to.equal(false);
    const text = linesOf([verdict], { isComplete: false }).join('\n');
    expect(text).to.include('response-property-removed').and.include(`#${pointer}`).and.include('title was removed');
    expect(text).to.match(/response-property-removed {2}(?:\w+, ){3}\w+ and \d+ more/);
    expect(verdict.changes.find(({ kind }) => kind === 'response-property-removed')?.operations).to.include('getTask');
  });
  it('passes breaking changes with a waiver, and prints them as excused', () => {
    const found = evaluateDocument(comparison, [], '2026-12-01').changes.filter(({ weight }) => weight === 'breaking');
    const waivers = found.map((it) => ({ ...waiver, kind: it.kind, pointer: it.pointer }));
    const next = structuredClone(broken);
    setAt(next, '/info/version', '2.99.0');
    const verdict = evaluateDocument({ ...comparison, current: next }, waivers, '2026-12-01');
    expect(verdict.isPassed).to.equal(true);
    expect(linesOf([verdict], { isComplete: false }).join('\n')).not.to.include(pointer);
    expect(linesOf([verdict], { isComplete: true }).join('\n')).to.include(
      `excused: response-property-removed #${pointer}`,
    );
  });
  it('fails on a waiver that matches no change', () => {
    const { isPassed } = evaluateDocument({ ...comparison, current: bundles.v2 }, [waiver], '2026-12-01');
    expect(isPassed).to.equal(false);
  });
  it('passes breaking changes in a new major version', () => {
    const next = structuredClone(broken);
    setAt(next, '/info/version', '3.0.0');
    expect(evaluateDocument({ ...comparison, current: next }, [], '2026-12-01').isPassed).to.equal(true);
  });
  it('fails for a client on breaking changes in a new major version', () => {
    const next = structuredClone(broken);
    setAt(next, '/info/version', '3.0.0');
    const verdict = evaluateDocument({ ...comparison, current: next, rule: 'client' }, [], '2026-12-01');
    expect(verdict.isPassed).to.equal(false);
  });
  it('fails for a changed document with the version of the release', () => {
    const next = draftOf(bundles.v2);
    setAt(next, '/info/description', 'In other words.');
    const evaluate = (version: string, rule: Comparison['rule']) => {
      setAt(next, '/info/version', version);
      return evaluateDocument({ ...comparison, current: next, rule }, [], '2026-12-01');
    };
    const released = String((bundles.v2['info'] as Record<string, unknown>)['version']);
    const { isPassed, faults } = evaluate(released, 'release');
    expect(isPassed).to.equal(false);
    expect(faults.join()).to.include(`info.version is ${released}`).and.include('at least');
    expect(evaluate('2.99.0', 'release').isPassed).to.equal(true);
    expect(evaluate(released, 'client').isPassed, 'a client').to.equal(true);
  });
  it('considers only the operations that a client uses, and changes that affect all', () => {
    const evaluate = (...operations: readonly string[]) =>
      evaluateDocument({ ...comparison, rule: 'client', operations: new Set(operations) }, [], '2026-12-01');
    expect(evaluate('getTask').isPassed).to.equal(false);
    expect(evaluate('listLabels')).to.include({ isPassed: true }).and.to.have.property('changes').that.deep.equals([]);
    const elsewhere = structuredClone(broken);
    setAt(elsewhere, '/servers', [{ url: 'https://elsewhere.test' }]);
    const operations = new Set(['listLabels']);
    const moved = { ...comparison, current: elsewhere, rule: 'client' as const, operations };
    expect(evaluateDocument(moved, [], '2026-12-01').changes.map(({ kind }) => kind)).to.include('server-removed');
  });
  it('fails on breaking changes in a minor version', () => {
    const next = structuredClone(broken);
    setAt(next, '/info/version', '2.9.0');
    expect(evaluateDocument({ ...comparison, current: next }, [], '2026-12-01').isPassed).to.equal(false);
  });
});

describe('the version of a release', () => {
  const released = { info: { version: '2.4.1' } };
  const words = { ...change, weight: 'documentation' as const };
  const addition = { ...change, weight: 'additive' as const };

  it('follows from the kinds of changes', () => {
    expect(leastVersion(released, [], false)).to.equal('2.4.1');
    expect(leastVersion(released, [words], false)).to.equal('2.4.2');
    expect(leastVersion(released, [words, addition], false)).to.equal('2.5.0');
    expect(leastVersion(released, [change], true)).to.equal('3.0.0');
    // A breaking change with a waiver counts as an addition.
    expect(leastVersion(released, [change], false)).to.equal('2.5.0');
  });
  it('is compared number by number', () => {
    const isBelow250 = (version: string): boolean => isBelow({ info: { version } }, '2.5.0');
    expect(['2.4.9', '1.9.9', '2.5.0', '2.10.0', '3.0.0', ''].map(isBelow250)).to.deep.equal([
      ...[true, true, false, false, false, true],
    ]);
  });
});
