/** What no request determines, and the example and the server therefore do not share. */
const ownFields: Readonly<Record<string, string>> = {
  token: 'a secret',
  csrf_token: 'made of a secret',
  secret: 'a secret',
  otpauth_uri: 'made of a secret',
  challenge_token: 'a secret',
  recovery_codes: 'secrets',
  hint: 'the end of a secret',
  public_key: 'random',
  project_number: 'the next one of the server',
  dsn: 'made of both, and of the address of the server',
  email: 'unique on the whole server, so each world has its own',
  slug: 'unique on the whole server, too',
  address: 'where the test runs',
  overdue: 'what day it is',
  overdue_tasks: 'what day it is',
  day: 'when the test runs',
  facts: 'how the server does at the moment',
  commit: 'which state of the source runs',
  uptime_seconds: 'how long it has done so',
  since: 'counted back from today',
  last_used_on: 'today',
  sequence: 'what happened before',
  hash: 'made of ids and times',
  previous_hash: 'made of ids and times, too',
  checked: 'what happened before',
  by_operation: 'what happened before',
  by_credential: 'what happened before',
  figures: 'how fast the test runs',
  previous_from: 'when the test runs',
};

/** Figures, which are null if there is nothing to measure. */
const ownFigures = ['value', 'previous'];

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

interface Masks {
  /** Ids that mean the same in both worlds, by what they are called. */
  readonly ids: Readonly<Record<string, string>>;
  /** The request's body: what it says must come back as it was sent. */
  readonly sent: unknown;
}

function valuesIn(node: unknown): unknown[] {
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(valuesIn) : [node];
}

/** Intervals of time up to the one in which the test runs. */
function isSeries(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item: unknown) => typeof item === 'object' && item !== null && 'starts_at' in item)
  );
}

/** Replaces ids by names, and times and the fields above by their kind. Null and absence stay, so the shape shows. */
export function createMasking({ ids, sent }: Masks): (body: unknown) => unknown {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, `<${name}>`]));
  const asSent = new Set(valuesIn(sent));
  const mask = (value: unknown, field: string): unknown => {
    if (ownFigures.includes(field)) return `<${field}>`;
    if (value !== null && !asSent.has(value) && field in ownFields) return `<${field}>`;
    if (isSeries(value)) return '<series>';
    if (Array.isArray(value)) return value.map((item) => mask(item, ''));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mask(item, key)]));
    }
    if (typeof value !== 'string') return value;
    if (uuid.test(value)) return names.get(value) ?? '<id>';
    const exported = value.split('architect:')[1];
    if (exported !== undefined && uuid.test(exported)) return `architect:${names.get(exported) ?? '<id>'}`;
    const address = /(?<=^|\s)https?:\S+\/api\/v2\/errors\/[\da-f-]{36}$/;
    if (address.test(value)) return value.replace(address, '<address of the error>');
    return time.test(value) && !asSent.has(value) ? '<time>' : value;
  };
  return (body) => mask(body, '');
}
