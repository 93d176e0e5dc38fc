import { existsSync } from 'node:fs';

/** Parameters that only the driver of the server understands, and libpq refuses. */
const driverParameters = ['uselibpqcompat', 'pgbouncer', 'password'];
/** With these the driver verifies the certificate of the server; libpq does so for the last one only. */
const verifiedModes = ['prefer', 'require', 'verify-ca', 'verify-full'];
/** The first version of libpq that knows `sslrootcert=system`. */
const SYSTEM_ROOTS_SINCE = 16;
const rootFiles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];

/**
 * Converts the URL of a database from the driver's meaning to that of libpq of a major version. The password is apart,
 * wherever the URL has it. A connection that the driver would encrypt and verify is verified by libpq, too: a backup must
 * not be written from, or restored to, a server that only pretends to be the database.
 */
export function toLibpqAddress(
  databaseUrl: string,
  version: number,
): { readonly address: string; readonly password: string } {
  const url = new URL(databaseUrl);
  const { searchParams: parameters } = url;
  const password = parameters.get('password') ?? decodeURIComponent(url.password);
  const isAsLibpq = parameters.get('uselibpqcompat') === 'true';
  const mode = parameters.get('sslmode') ?? '';
  url.password = '';
  for (const name of driverParameters) parameters.delete(name);
  if (mode === 'no-verify') parameters.set('sslmode', 'require');
  if (!isAsLibpq && verifiedModes.includes(mode)) verify(parameters, version);
  return { address: url.href, password };
}

/** Without `sslrootcert` the driver trusts the authorities that the system trusts, but libpq looks into the home folder. */
function verify(parameters: URLSearchParams, version: number): void {
  parameters.set('sslmode', 'verify-full');
  if (parameters.has('sslrootcert')) return;
  const roots = version >= SYSTEM_ROOTS_SINCE ? 'system' : rootFiles.find((path) => existsSync(path));
  if (roots !== undefined) parameters.set('sslrootcert', roots);
}
