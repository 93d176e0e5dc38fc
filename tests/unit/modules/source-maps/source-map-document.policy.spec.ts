import { expect } from 'chai';
import { originalPositionFor } from '@jridgewell/trace-mapping';
import type { SourceMapDocument } from '../../../../generated/v2/types.ts';
import { checkDocument, openStoredMap } from '../../../../src/modules/source-maps/source-map-document.policy.ts';
import { leastOfThree, processorTimeOf } from '../../../support/least-of.ts';

const document = (overrides: Partial<SourceMapDocument> = {}): SourceMapDocument => ({
  ...{ version: 3, sources: ['a.js'], names: ['total'], mappings: 'AAAAA' },
  ...overrides,
});

describe('checkDocument', () => {
  it('keeps what finds original places, and nothing else', () => {
    const checked = checkDocument(document({ sourceRoot: 'src', sourcesContent: ['secret'], debugId: 'x' }));
    if ('reason' in checked) throw new Error(checked.reason);
    expect(checked.text).not.to.contain('secret');
    expect(checked.sourceCount).to.equal(1);
    const { map, bytes } = openStoredMap(checked.text);
    const place = originalPositionFor(map, { line: 1, column: 0 });
    expect(place).to.deep.equal({ source: 'src/a.js', line: 1, column: 0, name: 'total' });
    expect(bytes).to.be.greaterThan(checked.text.length);
  });

  const refused: Readonly<Record<string, string>> = {
    'a source that is not there': 'ACAA',
    'a source before the first': 'ADAA',
    'a line before the first': 'AADA',
    'a column before the first': 'AAAD',
    'a name that is not there': 'AAAAC',
    'a generated column before the first': 'D',
  };
  for (const [what, mappings] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      expect(checkDocument(document({ mappings }))).to.have.property('reason');
    });
  }

  it('bounds what a map of the largest size costs', async function () {
    this.timeout(60_000);
    const mappings = 'AAAAA,'.repeat(999_999);
    const milliseconds = await leastOfThree(() => processorTimeOf(() => checkDocument(document({ mappings }))), 1_000);
    expect(milliseconds).to.be.at.most(2_000);
  });
});
