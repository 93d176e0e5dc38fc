/**
 * The modules from the ground up: one may import the `index.ts` of those in a lower row only. Rows that exist
 * before their modules do say where those will stand.
 */
export const ranks: readonly (readonly string[])[] = [
  ['usage'],
  ['organizations', 'sessions', 'api-keys'],
  ['users'],
  ['auth'],
  ['me'],
  ['projects'],
  ['labels', 'milestones'],
  ['tasks'],
  ['comments', 'dependencies'],
  // What observes and reacts.
  [
    'activity',
    'analytics',
    'audit-log',
    'error-alerts',
    'errors',
    'events',
    'health',
    'imports',
    'integrations',
    'jobs',
    'notification-templates',
    'notifications',
    'webhooks',
    'workers',
    'contract',
  ],
  ['onboarding'],
];

/** Modules that `name` must not import: those of its own row and above. */
export function notBelow(name: string): readonly string[] {
  const row = ranks.findIndex((names) => names.includes(name));
  return ranks
    .slice(row)
    .flat()
    .filter((other) => other !== name);
}
