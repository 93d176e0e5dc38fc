import { randomBytes } from 'node:crypto';
import type { Keyring } from '../../../platform/crypto.ts';
import { stepOfCode } from '../../../platform/one-time-passwords.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import type { TotpFactor } from '../auth.types.ts';
import * as repository from './mfa.repository.ts';

/** The purpose that selects the keyring's cipher for secrets of authenticators. */
export const FACTOR_PURPOSE = 'totp';
const RECOVERY_PURPOSE = 'recovery code';
const RECOVERY_CODES = 10;
const RECOVERY_CODE_LENGTH = 10;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Stores and checks secrets and codes of second factors. */
export interface SecondFactor {
  seal(userId: string, secret: Buffer): Buffer;
  /** Returns the time step that the code of a factor belongs to; undefined for a wrong code. */
  stepOf(factor: TotpFactor, code: string, now: Date): number | undefined;
  /** Replaces the user's recovery codes and returns the new ones. Only their hashes are stored. */
  renewRecoveryCodes(unit: AnonymousUnit, userId: string): Promise<string[]>;
  /**
   * Marks a code of the authenticator, or a recovery code, as used; returns false if it is wrong or was used before.
   */
  consume(unit: AnonymousUnit, factor: TotpFactor, code: string): Promise<boolean>;
}

type Keys = Pick<Keyring, 'cipher' | 'sign' | 'verify'>;

export function createSecondFactor(keyring: Keys): SecondFactor {
  const cipher = keyring.cipher(FACTOR_PURPOSE);
  const stepOf: SecondFactor['stepOf'] = ({ user_id, secret }, code, now) =>
    stepOfCode(cipher.open(secret, user_id), code, now);
  return {
    seal: (userId, secret) => cipher.seal(secret, userId),
    stepOf,
    renewRecoveryCodes: async (unit, userId) => {
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      const hashes = codes.map((code) => keyring.sign(RECOVERY_PURPOSE, `${userId} ${code}`));
      await repository.replaceRecoveryCodes(unit.db, userId, hashes);
      return codes;
    },
    consume: async (unit, factor, code) => {
      const { user_id } = factor;
      if (code.includes('-')) {
        const hashes = await repository.listRecoveryCodes(unit.db, user_id);
        const hash = hashes.find((one) => keyring.verify(RECOVERY_PURPOSE, `${user_id} ${code}`, one));
        return hash !== undefined && repository.consumeRecoveryCode(unit.db, user_id, hash, unit.now);
      }
      const step = stepOf(factor, code, unit.now);
      return step !== undefined && repository.consumeStep(unit.db, user_id, step);
    },
  };
}

/** Ten of 32 characters give 50 bits. 256 is a multiple of 32, so every character is equally likely. */
function newRecoveryCode(): string {
  const text = [...randomBytes(RECOVERY_CODE_LENGTH)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `${text.slice(0, RECOVERY_CODE_LENGTH / 2)}-${text.slice(RECOVERY_CODE_LENGTH / 2)}`;
}
