import type { ErrorLevel, ErrorReport } from '../../../../generated/v2/types.ts';
import { isMembers, type Members } from './envelope.policy.ts';
import { failuresOf, framesOf } from './sentry-exceptions.policy.ts';
import { listOf, membersOf, present, textOf, timeOf } from './values.policy.ts';

const TAGS_MAX = 50;
const BREADCRUMBS_MAX = 100;
const FINGERPRINT_MAX = 20;
const CONTEXTS_MAX = 50;
const levels: readonly string[] = ['fatal', 'error', 'warning', 'info', 'debug'] satisfies ErrorLevel[];
const otherLevels: ReadonlyMap<unknown, ErrorLevel> = new Map([
  ['critical', 'fatal'],
  ['warn', 'warning'],
  ['log', 'info'],
]);

/**
 * Returns the report of an event (https://develop.sentry.dev/sdk/data-model/event-payloads/). An event without an
 * exception is a message, whose level is `info` unless it says otherwise.
 * @param address of the caller, which `{{auto}}` stands for
 */
export function toErrorReport(event: Members, address: string): ErrorReport {
  const [failure, ...causes] = failuresOf(event['exception']);
  const message = messageOf(event);
  const fingerprint = listOf(event['fingerprint']).flatMap((part) => textOf(part, 500) ?? []);
  const frames = failure?.frames ?? framesOf(event['stacktrace'] ?? firstThread(event)['stacktrace']);
  return present({
    id: eventIdOf(event['event_id']),
    occurred_at: timeOf(event['timestamp'])?.toISOString(),
    level: levelOf(event['level']) ?? (failure === undefined ? 'info' : 'error'),
    type: failure?.type ?? undefined,
    message: failure === undefined ? message : (failure.message ?? message),
    platform: textOf(event['platform'], 50),
    frames: [...frames],
    causes: [...causes],
    fingerprint: fingerprint.length === 0 ? undefined : fingerprint.slice(0, FINGERPRINT_MAX),
    release: textOf(event['release'], 200),
    environment: textOf(event['environment'], 100),
    server_name: textOf(event['server_name'], 200),
    tags: tagsOf(event['tags']),
    user: personOf(membersOf(event['user']), address),
    request: requestOf(membersOf(event['request'])),
    breadcrumbs: listOf(event['breadcrumbs']).filter(isMembers).slice(-BREADCRUMBS_MAX).map(toBreadcrumb),
    context: contextOf(event),
  }) as ErrorReport;
}

/** Returns the UUID of 32 hexadecimal digits, which SDKs send without hyphens. */
export function eventIdOf(value: unknown): string | undefined {
  const digits = typeof value === 'string' ? value.replaceAll('-', '').toLowerCase() : '';
  if (!/^[0-9a-f]{32}$/.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function levelOf(value: unknown): ErrorLevel | undefined {
  const level = typeof value === 'string' ? value.toLowerCase() : '';
  return levels.includes(level) ? (level as ErrorLevel) : otherLevels.get(level);
}

function messageOf({ message, logentry }: Members): string | undefined {
  const entry = { ...membersOf(message), ...membersOf(logentry) };
  const formatted = textOf(entry['formatted'], 10_000) ?? textOf(message, 10_000);
  if (formatted !== undefined) return formatted;
  const params = [...listOf(entry['params'])];
  return textOf(entry['message'], 10_000)
    ?.replaceAll(/%[sdif%]/g, (place) => {
      if (place === '%%') return '%';
      return params.length === 0 ? place : (textOf(params.shift(), 1000) ?? '');
    })
    .slice(0, 10_000);
}

/** The thread that a message was sent from: SDKs attach its stack trace if they are told to. */
function firstThread(event: Members): Members {
  return listOf(event['threads']).find(isMembers) ?? {};
}

/** Tags are an object, or a list of pairs. */
function tagsOf(value: unknown): Record<string, string> {
  const pairs = Array.isArray(value)
    ? value.filter((pair): pair is [unknown, unknown] => Array.isArray(pair) && pair.length === 2)
    : Object.entries(membersOf(value));
  const tags = pairs.flatMap(([name, member]) => {
    const text = textOf(member, 200);
    const key = textOf(name, 50)?.replaceAll(/[^A-Za-z0-9_.-]/g, '_');
    return text === undefined || key === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(tags.slice(0, TAGS_MAX));
}

function personOf({ id, email, username, name, ip_address }: Members, address: string): ErrorReport['user'] {
  const person = present({
    id: textOf(id, 200),
    email: textOf(email, 254),
    name: textOf(username, 200) ?? textOf(name, 200),
    address: textOf(ip_address === '{{auto}}' ? address : ip_address, 45),
  });
  return Object.keys(person).length === 0 ? undefined : person;
}

function requestOf({ method, url }: Members): ErrorReport['request'] {
  const request = present({ method: textOf(method, 20), url: textOf(url, 2000) });
  return Object.keys(request).length === 0 ? undefined : request;
}

function toBreadcrumb({ timestamp, category, type, level, message, data }: Members) {
  return present({
    occurred_at: timeOf(timestamp)?.toISOString(),
    category: textOf(category, 100) ?? textOf(type, 100),
    level: levelOf(level),
    message: textOf(message, 2000),
    data: isMembers(data) ? Object.fromEntries(Object.entries(data).slice(0, 50)) : undefined,
  });
}

/** What is known of the device, the runtime and the SDK, and the values that the program added itself. */
function contextOf({ contexts, extra, sdk, transaction, dist }: Members): Record<string, unknown> {
  const { name, version } = membersOf(sdk);
  return present({
    ...Object.fromEntries(Object.entries(membersOf(contexts)).slice(0, CONTEXTS_MAX)),
    extra: isMembers(extra) ? extra : undefined,
    sdk: name === undefined ? undefined : { name, version },
    transaction: textOf(transaction, 200),
    dist: textOf(dist, 200),
  });
}
