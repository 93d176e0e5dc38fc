import { personalFields, secretNames } from '../../generated/sensitive-names.ts';
import { createSecretTest } from '../platform/secret-fields.ts';
import { MASK } from '../platform/secret-texts.ts';

const isSecret = createSecretTest(secretNames);

/**
 * Converts a representation to JSON for the audit log; null if there is none. Secrets and personal data are masked at
 * any depth: audit rows cannot be changed when a user is erased, so they identify people by id only.
 * @param more names of further fields to mask
 */
export function toAuditJson(
  representation: object | undefined,
  resourceType: string,
  more: readonly string[] = [],
): string | null {
  if (representation === undefined) return null;
  const personal = Object.hasOwn(personalFields, resourceType) ? personalFields[resourceType] : undefined;
  const named = new Set([...(personal ?? []), ...more]);
  return JSON.stringify(representation, (name, value: unknown) => {
    if (value === null) return null;
    return isSecret(name, value) || named.has(name) ? MASK : value;
  });
}
