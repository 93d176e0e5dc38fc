import { expect } from 'chai';
import { maskMessage } from '../../../../../src/modules/errors/grouping/mask-message.policy.ts';

const masked: readonly (readonly [message: string, becomes: string])[] = [
  ['task 0198c0de-7f3a-7c1e-9b1d-2f6a4c8e0b11 is locked', 'task <uuid> is locked'],
  ['order 42 of 1,234.50 EUR', 'order <number> of <number> EUR'],
  ['order 7 of 1.234,50 EUR', 'order <number> of <number> EUR'],
  ['segfault at 0x7ffd4c3b2a10', 'segfault at <address>'],
  ['commit 4f2a9c1 is missing', 'commit <hex> is missing'],
  ['connect ECONNREFUSED 10.0.3.17:5432', 'connect ECONNREFUSED <ip>'],
  ['connect ECONNREFUSED ::1:5432', 'connect ECONNREFUSED <ip>'],
  ['no route to [2001:db8::17]:443', 'no route to <ip>'],
  ['std::bad_alloc', 'std::bad_alloc'],
  ['getaddrinfo ENOTFOUND db-3.example.org', 'getaddrinfo ENOTFOUND <host>'],
  ['mail to anna.smith+x@example.org bounced', 'mail to <email> bounced'],
  ['GET https://api.example.org/v1/orders/42?x=1 timed out', 'GET <url> timed out'],
  ['ENOENT: no such file, open /var/lib/shop/42.json', 'ENOENT: no such file, open <path>'],
  ['cannot open C:\\Users\\anna\\shop\\a.txt', 'cannot open <path>'],
  ['certificate expired on 2026-11-30T05:15:25.123Z', 'certificate expired on <date>'],
  ['certificate expired on Mon, 30 Nov 2026 05:15:25 GMT', 'certificate expired on <date>'],
  [
    'certificate expired at Mon Nov 30 2026 05:15:25 GMT+0000 (Coordinated Universal Time)',
    'certificate expired at <date>',
  ],
  ['timeout of 2500ms exceeded', 'timeout of <duration> exceeded'],
  ['waited 1m30.5s for a lock', 'waited <duration> for a lock'],
  ['user "anna" is locked', 'user <value> is locked'],
  ["user 'anna' doesn't exist", "user <value> doesn't exist"],
  ['bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.s5Kf0a', 'bad token <token>'],
  ['request failed with status code 503', 'request failed with status code 503'],
  ['upload of 12 MB is too large', 'upload of <size> is too large'],
  ['invalid ids: 1, 2, 3', 'invalid ids: <number>'],
];

describe('maskMessage', () => {
  for (const [message, becomes] of masked) {
    it(`makes "${becomes}" of "${message}"`, () => {
      expect(maskMessage(message)).to.equal(becomes);
    });
  }

  it('keeps quoted names of code if asked to', () => {
    const text = "Cannot read properties of undefined (reading 'total')";
    expect(maskMessage(text, { keepsNames: true })).to.equal(text);
    expect(maskMessage(text)).to.equal('Cannot read properties of undefined (reading <value>)');
  });
});
