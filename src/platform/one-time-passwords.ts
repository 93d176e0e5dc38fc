import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

// RFC 6238 with the parameters that every authenticator app supports: SHA-1, six digits, thirty seconds.
const STEP_S = 30;
const ISSUER = 'Architect';
/** Steps accepted before and after the current one, for clock differences and slow typing. */
const WINDOW = 1;
/** RFC 4226, 4: 160 bits. */
const SECRET_BYTES = 20;

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** Returns the secret in base32, and as an `otpauth://` URI that authenticator apps read from a QR code. */
export function describeTotp(secret: Buffer, label: string): { readonly secret: string; readonly otpauth_uri: string } {
  const totp = totpOf(secret, label);
  return { secret: totp.secret.base32, otpauth_uri: totp.toString() };
}

/** Returns the time step of a code (RFC 6238: 30-second steps since 1970); undefined if the code is wrong. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / (STEP_S * 1000)) + delta;
}

function totpOf(secret: Buffer, label: string): TOTP {
  const bytes = new Uint8Array(secret);
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_S,
    secret: new Secret({ buffer: bytes.buffer }),
  });
}
