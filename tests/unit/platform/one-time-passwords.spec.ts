import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import { describeTotp, newTotpSecret, stepOfCode } from '../../../src/platform/one-time-passwords.ts';

const STEP_MS = 30_000;

describe('a one-time password', () => {
  const secret = newTotpSecret();
  const now = new Date('2026-11-23T09:00:10.000Z');
  const step = Math.floor(now.getTime() / STEP_MS);
  const codeOf = (of: number): string =>
    new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) }).generate({ timestamp: of * STEP_MS });

  for (const offset of [-1, 0, 1]) {
    it(`of ${offset} steps is taken, and names its step`, () => {
      expect(stepOfCode(secret, codeOf(step + offset), now)).to.equal(step + offset);
    });
  }

  for (const offset of [-3, -2, 2, 3]) {
    it(`of ${offset} steps is refused`, () => {
      expect(stepOfCode(secret, codeOf(step + offset), now)).to.equal(undefined);
    });
  }

  it('has a secret of 160 bits, which authenticators read by SHA-1, six digits and thirty seconds', () => {
    expect(secret).to.have.length(20);
    const { otpauth_uri } = describeTotp(secret, 'ada@example.com');
    const uri = new URL(otpauth_uri);
    expect(Object.fromEntries(uri.searchParams)).to.include({
      ...{ issuer: 'Architect', algorithm: 'SHA1', digits: '6', period: '30' },
    });
    expect(decodeURIComponent(uri.pathname)).to.include('ada@example.com');
  });
});
