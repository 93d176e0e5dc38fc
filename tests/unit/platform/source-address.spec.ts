import { expect } from 'chai';
import { sourceOf } from '../../../src/platform/source-address.ts';

describe('sourceOf', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['192.0.2.17', '192.0.2.17'],
    ['::ffff:192.0.2.17', '192.0.2.17'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['not:an:address', 'not:an:address'],
  ];
  for (const [address, source] of cases) {
    it(`${address} counts as ${source}`, () => {
      expect(sourceOf(address)).to.equal(source);
    });
  }
});
