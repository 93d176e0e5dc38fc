import { personalFields, secretNames } from '../../generated/sensitive-names.ts';
import { createSecretTest, MASK } from '../platform/secret-fields.ts';

const isSecret = createSecretTest(secretNames);

/**
 * JSON for the audit log; null for no representation at all. Secrets are masked at any depth, and so is what is personal:
 * the log cannot be changed when a person is to be forgotten, so it knows people by their ids only.
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
