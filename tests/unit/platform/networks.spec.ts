import { expect } from 'chai';
import { networkOf } from '../../../src/platform/source-address.ts';

describe('networkOf', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['192.0.2.17', '192.0.2.0/24'],
    ['255.255.255.255', '255.255.255.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['::FFFF:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0DB8:0001:ffff::1', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['2001::3:4:5:6:7', '2001:0:0::/48'],
    ['2001::2:3:4:5:6:7', '2001:0:2::/48'],
    ['::1', '0:0:0::/48'],
    ['::', '0:0:0::/48'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
  ];
  for (const [address, network] of cases) {
    it(`${address} is in ${network}`, () => {
      expect(networkOf(address)).to.equal(network);
    });
  }

  it('returns any other text as its own network, up to the length of the column', () => {
    expect(networkOf('unknown')).to.equal('unknown');
    expect(networkOf('not:an:address')).to.equal('not:an:address');
    expect(networkOf('x'.repeat(100))).to.have.length(50);
    expect(networkOf(`${'1'.repeat(60)}.2`)).to.have.length(50);
  });
});
