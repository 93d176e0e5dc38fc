import { expect } from 'chai';
import { slugOf } from '../../../../src/modules/organizations/organizations.policy.ts';

describe('slugOf', () => {
  const slugs = {
    Meridian: 'meridian',
    "Ada Lindqvist's team": 'ada-lindqvist-s-team',
    'Ødegård & Søn': 'degard-s-n',
    'Crème brûlée': 'creme-brulee',
    '  --  spaced  --  ': 'spaced',
    東京: 'organization',
    '!!!': 'organization',
  };
  for (const [name, slug] of Object.entries(slugs)) {
    it(`makes ${slug} of ${name}`, () => {
      expect(slugOf(name)).to.equal(slug);
    });
  }

  it('leaves room for the digits that make a slug unique, and never ends in a hyphen', () => {
    const slug = slugOf(`${'a'.repeat(35)} ${'b'.repeat(60)}`);
    expect(slug).to.equal('a'.repeat(35));
  });
});
