import { expect } from 'chai';
import type { IncomingHttpHeaders } from 'node:http';
import { clientAddress } from '../../../src/http/client-address.ts';
import { networkOf, sourceOf } from '../../../src/platform/source-address.ts';
import { leastOfThree, processorTimeOf } from '../../support/least-of.ts';

describe('the address of a caller', () => {
  const peer = '10.0.0.1';
  const socket = (remoteAddress = peer) => ({ remoteAddress });
  const by = (headers: IncomingHttpHeaders, trustedProxies: number, proxyHeader: 'x-forwarded-for' | 'forwarded') =>
    clientAddress({ headers, socket: socket() }, { trustedProxies, proxyHeader });
  const longest = '2001:0db8:0001:0002:0003:0004:0005:0006';

  describe('behind one proxy that writes X-Forwarded-For', () => {
    const cases: readonly (readonly [header: string, address: string])[] = [
      ['203.0.113.9', '203.0.113.9'],
      ['203.0.113.9:50001', '203.0.113.9'],
      ['198.51.100.1, 203.0.113.9:50001', '203.0.113.9'],
      ['198.51.100.1,203.0.113.9', '203.0.113.9'],
      ['203.0.113.9, ', '203.0.113.9'],
      [',203.0.113.9', '203.0.113.9'],
      ['2001:db8::1', '2001:db8::1'],
      ['[2001:db8::1]', '2001:db8::1'],
      ['[2001:db8::1]:50001', '2001:db8::1'],
      ['"[2001:db8::1]:50001"', '2001:db8::1'],
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      [longest, '2001:db8:1:2:3:4:5:6'],
      [`[${longest}]:65535`, '2001:db8:1:2:3:4:5:6'],
      [`${longest}:65535`, '2001:db8:1:2:3:4:5:6'],
      ['fe80::1%eth0', 'fe80::1'],
      ['[fe80::1%25eth0]:80', 'fe80::1'],
      ['::ffff:192.0.2.17', '192.0.2.17'],
      ['[::FFFF:c000:211]:80', '192.0.2.17'],
      ['0000:0000:0000:0000:0000:ffff:192.168.100.200', '192.168.100.200'],
      ['::1', '::1'],
      ['unknown', 'unknown'],
      ['Unknown', 'unknown'],
      ['unknown:80', 'unknown'],
      ['_hidden', '_hidden'],
      ['_SEVKISEK:4711', '_SEVKISEK'],
      ['203.0.113.9:_port-1.a', '203.0.113.9'],
      ['[2001:db8::1]:_port-1.a', '2001:db8::1'],
      ['_hidden:_port-1.a', '_hidden'],
      ['unknown:_port-1.a', 'unknown'],
      ['"_gazonk"', '_gazonk'],
      [`_${'x'.repeat(45)}`, 'unknown'],
      ['198.51.100.1, unknown', 'unknown'],
      ['203.0.113.256', 'unknown'],
      ['203.0.113', 'unknown'],
      ['[2001:db8::1', 'unknown'],
      ['2001:db8::1::2', 'unknown'],
      ['not:an:address', 'unknown'],
      ["'; DROP TABLE sessions; --", 'unknown'],
      ['for=203.0.113.9', 'unknown'],
      ['', peer],
      [' , ', peer],
    ];
    for (const [header, address] of cases) {
      it(`${header} is ${address}`, () => {
        expect(by({ 'x-forwarded-for': header }, 1, 'x-forwarded-for')).to.equal(address);
      });
    }
  });

  describe('behind one proxy that writes Forwarded', () => {
    const cases: readonly (readonly [header: string, address: string])[] = [
      ['for=203.0.113.9', '203.0.113.9'],
      ['For=203.0.113.9;proto=https;by=10.0.0.2', '203.0.113.9'],
      ['proto=https; for = "203.0.113.9:50001"', '203.0.113.9'],
      ['for="[2001:db8:cafe::17]:4711"', '2001:db8:cafe::17'],
      ['for="[2001:db8:cafe::17]"', '2001:db8:cafe::17'],
      ['for=198.51.100.1, for=203.0.113.9', '203.0.113.9'],
      ['for=198.51.100.1;host="a,b", for="203.0.113.9";host="c;for=x"', '203.0.113.9'],
      ['for=198.51.100.1;ext="\\",for=192.0.2.1", for=203.0.113.9', '203.0.113.9'],
      ['for=198.51.100.1, for=203.0.113.9;ext="a\\",b"', '203.0.113.9'],
      ['for="203\\.0.113.9"', '203.0.113.9'],
      ['for=unknown', 'unknown'],
      ['for=_hidden;proto=http', '_hidden'],
      ['for="_hidden:_port"', '_hidden'],
      ['for="192.0.2.43:_port"', '192.0.2.43'],
      ['proto=https', 'unknown'],
      ['by=203.0.113.9', 'unknown'],
      ['xfor=203.0.113.9', 'unknown'],
      ['203.0.113.9', 'unknown'],
      ['for=', 'unknown'],
      ['for="203.0.113.9', 'unknown'],
    ];
    for (const [header, address] of cases) {
      it(`${header} is ${address}`, () => {
        expect(by({ forwarded: header }, 1, 'forwarded')).to.equal(address);
      });
    }
  });

  it('is what the outermost trusted proxy has seen', () => {
    const header = { 'x-forwarded-for': '192.0.2.1, 192.0.2.2:1, [2001:db8::3]:1' };
    const seen = [1, 2, 3, 4].map((count) => by(header, count, 'x-forwarded-for'));
    expect(seen).to.deep.equal(['2001:db8::3', '192.0.2.2', '192.0.2.1', '192.0.2.1']);
  });

  it('is never read from the header that the proxies do not write', () => {
    const both = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.2' };
    expect(by(both, 1, 'x-forwarded-for')).to.equal('192.0.2.1');
    expect(by(both, 1, 'forwarded')).to.equal('192.0.2.2');
    expect(by({ forwarded: 'for=192.0.2.2' }, 1, 'x-forwarded-for')).to.equal(peer);
    expect(by({ 'x-forwarded-for': '192.0.2.1' }, 1, 'forwarded')).to.equal(peer);
  });

  it('is what the proxy wrote, whatever quotes its caller has opened', () => {
    for (const sent of ['"', 'for="', 'for="fe80::1%', 'for=192.0.2.1;ext="', '"\\', 'for="192.0.2.1']) {
      for (const wrote of ['203.0.113.9', '"203.0.113.9:80"', '"203.0.113.9"']) {
        expect(by({ 'x-forwarded-for': `${sent}, ${wrote}` }, 1, 'x-forwarded-for'), sent).to.equal('203.0.113.9');
        expect(by({ forwarded: `${sent}, for=${wrote}` }, 1, 'forwarded'), sent).to.equal('203.0.113.9');
      }
    }
  });

  it('is that of the connection where no proxy is trusted', () => {
    const headers = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.2' };
    const settings = { trustedProxies: 0, proxyHeader: 'x-forwarded-for' } as const;
    expect(clientAddress({ headers, socket: socket('::ffff:10.0.0.1') }, settings)).to.equal('10.0.0.1');
    expect(clientAddress({ headers, socket: socket('') }, settings)).to.equal('');
  });

  it('does not take long, whatever the header holds', async () => {
    for (const piece of ['"', '\\"', ',', ';for=', '"\\', 'for="a",', '[:', ' ']) {
      const header = piece.repeat(16_000 / piece.length);
      const read = (): void => {
        by({ 'x-forwarded-for': header }, 1, 'x-forwarded-for');
        by({ forwarded: header }, 1, 'forwarded');
      };
      const cost = await leastOfThree(() => processorTimeOf(read), 200);
      expect(cost, `${piece}: milliseconds of the processor`).to.be.below(200);
    }
  });

  it('counts as one source and one network, whatever the port and the spelling', () => {
    const spellings = ['2001:db8:1:2:3:4:5:6', longest, `[${longest}]:1`, '[2001:db8:1:2::9]:70'];
    const addresses = spellings.map((header) => by({ 'x-forwarded-for': header }, 1, 'x-forwarded-for'));
    expect(new Set(addresses.map(sourceOf))).to.deep.equal(new Set(['2001:db8:1:2::/64']));
    expect(new Set(addresses.map(networkOf))).to.deep.equal(new Set(['2001:db8:1::/48']));
  });
});
