/**
 * The challenge that every 401 must carry (RFC 9110, 11.6.1). For 401 responses from outside of the engine, which adds
 * its own.
 */
export const bearerChallenge = { headers: { 'www-authenticate': 'Bearer realm="architect"' } } as const;
