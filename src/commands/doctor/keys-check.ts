import type { Config } from '../../config.ts';
import { createKeyring } from '../../platform/crypto.ts';
import { openDatabase } from '../../platform/database.ts';
import { sealedValues } from '../../rotation.ts';
import { fail, ok, type Finding } from './finding.ts';

/** Values of each kind that are tried. Usually all of them have the same key. */
const TRIED = 20;

/** Whether the keys of the configuration open what is encrypted in the database, which after a restore they may not. */
export async function checkKeys(url: string, { secretKey, previousSecretKeys }: Config): Promise<Finding> {
  const check = 'keys';
  const keyring = createKeyring(secretKey, previousSecretKeys);
  const database = await openDatabase({ url, poolMax: 1, applicationName: 'architect doctor' });
  try {
    let opened = 0;
    for (const values of sealedValues) {
      const cipher = keyring.cipher(values.purpose);
      for (const { sealed, context } of await values.list(database.db, undefined, TRIED)) {
        if (!opens(() => cipher.open(sealed, context)))
          return fail(
            check,
            `SECRET_KEY and SECRET_KEY_PREVIOUS do not open ${values.name} in the database`,
            'add the key that the database was used with to SECRET_KEY_PREVIOUS',
          );
        opened++;
      }
    }
    return ok(
      check,
      opened === 0 ? 'nothing is encrypted yet' : `they open what is encrypted (${opened} values tried)`,
    );
  } finally {
    await database.close();
  }
}

function opens(open: () => Buffer): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
