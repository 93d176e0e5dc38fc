import type { CountedUse, KeyUse } from './usage.types.ts';

/** Returns what API keys used, one entry for each key and operation, with the last day of everything that was sent. */
export function keyUsesOf(counts: readonly CountedUse[]): KeyUse[] {
  const found = new Map<string, KeyUse>();
  for (const count of counts) {
    const { organization_id, credential_id, user_id, version, operation_id, used_on } = count;
    if (organization_id === null) continue;
    const key = `${credential_id} ${version}.${operation_id}`;
    const known = found.get(key);
    found.set(key, {
      ...{ credential_id, organization_id, user_id, version, operation_id },
      query_parameters: withDays(known?.query_parameters, count.query_parameters, used_on),
      body_fields: withDays(known?.body_fields, count.body_fields, used_on),
      last_used_on: laterOf(known?.last_used_on, used_on),
    });
  }
  return [...found.values()];
}

type LastDays = Readonly<Record<string, string>>;

function withDays(known: LastDays = {}, names: ReadonlySet<string>, day: string): LastDays {
  return { ...known, ...Object.fromEntries([...names].map((name) => [name, laterOf(known[name], day)])) };
}

function laterOf(known: string | undefined, day: string): string {
  return known === undefined || known < day ? day : known;
}
