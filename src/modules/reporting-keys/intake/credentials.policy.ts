/** The places where an SDK may name its public key. */
interface PresentedKey {
  /** `X-Sentry-Auth: Sentry sentry_key=…, sentry_version=7` */
  readonly header: string | undefined;
  /** `?sentry_key=…` */
  readonly query: string | undefined;
  /** Reads the member `dsn` of the envelope, which proxies of the page's own server leave there. */
  readonly dsnOf: () => unknown;
}

/** Returns the public key of a request; undefined if it names none. */
export function publicKeyOf({ header, query, dsnOf }: PresentedKey): string | undefined {
  return /\bsentry_key=([^,\s]+)/.exec(header ?? '')?.[1] ?? query ?? keyInDsn(dsnOf());
}

function keyInDsn(dsn: unknown): string | undefined {
  if (typeof dsn !== 'string' || !URL.canParse(dsn)) return undefined;
  const { username } = new URL(dsn);
  return username === '' ? undefined : username;
}
