// The change of SECRET_KEY: everything that is encrypted at rest gets the current key.
import { sealedResponses } from './contract/unit/sealed-responses.ts';
import { countUnusedRecoveryCodes, sealedFactors } from './modules/auth/index.ts';
import type { Keyring } from './platform/crypto.ts';
import type { Db } from './platform/database.ts';
import { reseal, type ResealCounts, type SealedValues } from './platform/reseal.ts';
import { sealedMails } from './queue/sealed-mails.ts';

/** Everything that is encrypted at rest. */
export const sealedValues: readonly SealedValues[] = [sealedFactors, sealedResponses, ...sealedMails];

export interface RotationReport {
  readonly counts: readonly (ResealCounts & { readonly name: string })[];
  /** Unused recovery codes. Those that were made with a previous key are valid only while that key is set. */
  readonly recoveryCodes: number;
}

/** Encrypts everything that is encrypted at rest with the current key of the keyring. */
export async function rotateSecrets(db: Db, keyring: Keyring): Promise<RotationReport> {
  const counts: (ResealCounts & { readonly name: string })[] = [];
  for (const values of sealedValues) counts.push({ name: values.name, ...(await reseal(db, keyring, values)) });
  return { counts, recoveryCodes: await countUnusedRecoveryCodes(db) };
}
