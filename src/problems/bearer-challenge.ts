/** What every 401 carries (RFC 9110, 11.6.1), for those that are not answered by the engine. */
export const bearerChallenge = { headers: { 'www-authenticate': 'Bearer realm="architect"' } } as const;
