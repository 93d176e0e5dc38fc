/**
 * What src/http/site adds below /api besides the documents: pages, and files that they or a build load. A list, because
 * every test loads this file; tests/unit/http/site-paths.spec.ts compares it with the router.
 */
export const siteNames = [
  'accept-invitation',
  'assets',
  'changelog',
  'docs',
  'gate.mjs',
  'guides',
  'log-in',
  'migration',
  'problems',
  'redoc',
  'reset-password',
  'status',
  'upgrade-guide',
  'verify-email',
  'workflows',
];

/** Whether a path, as it was sent, belongs to the site and not to the contract. */
export function isSitePath(pathname: string): boolean {
  const [, api, name = ''] = pathname.split('/');
  return api === 'api' && siteNames.includes(name);
}
