import type { StoredKey } from './reporting-keys.types.ts';

/**
 * Returns the address that an SDK is configured with: `https://<public key>@<host>/<project number>`, after the path of
 * the public address if it has one.
 */
export function dsnOf(
  publicUrl: string,
  { public_key, project_number }: Pick<StoredKey, 'public_key' | 'project_number'>,
) {
  const dsn = new URL(publicUrl);
  dsn.username = public_key;
  dsn.pathname = `${dsn.pathname.replace(/\/$/, '')}/${project_number}`;
  return dsn.href;
}
