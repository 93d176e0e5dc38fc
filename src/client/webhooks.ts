import type { webhooks } from '../../generated/v2/types.ts';

// Signatures of Standard Webhooks (https://www.standardwebhooks.com): `webhook-signature` has one or more
// `v1,<base64>`, the HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body>`.

/** Event name -> the body that a webhook receives. */
export type WebhookEvents = {
  [Name in keyof webhooks]: webhooks[Name]['post']['requestBody']['content']['application/json'];
};
/** The body that a webhook receives. `type` says which event it is. */
export type WebhookEvent = WebhookEvents[keyof WebhookEvents];

/** Headers of the fetch API, or of `node:http`. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookOptions {
  /** How far the timestamp may be from now, so that a recorded request cannot be sent again later; 300 by default. */
  readonly toleranceSeconds?: number | undefined;
  /** The current time; by default the clock of the platform. */
  readonly now?: Date | undefined;
}

export type WebhookFault =
  | 'secret_invalid'
  | 'header_missing'
  | 'timestamp_invalid'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'signature_invalid'
  | 'body_invalid';

/** The request is not an authentic, recent webhook of the server. */
export class WebhookVerificationError extends Error {
  override readonly name: string = 'WebhookVerificationError';
  readonly fault: WebhookFault;
  constructor(fault: WebhookFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/**
 * Verifies the signature and the time of a webhook, and returns its event.
 * @param body the body as it was received; parsed and serialized again, it has another signature
 * @param secret `whsec_…`; several while a secret is replaced by a new one
 * @throws WebhookVerificationError
 */
export async function verifyWebhook(
  body: string | Uint8Array | ArrayBuffer,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300, now = new Date() }: WebhookOptions = {},
): Promise<WebhookEvent> {
  const keys = await importKeys(secret);
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = signaturesOf(headerOf(headers, 'webhook-signature'));
  assertRecent(timestamp, toleranceSeconds, now);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  const signed = concat(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  if (!(await isSignedByAny(keys, signatures, signed)))
    throw new WebhookVerificationError('signature_invalid', 'no signature of webhook-signature fits body and secret');
  return parseEvent(bytes);
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : valueOf(headers, name);
  if (value === null || value === undefined || value === '')
    throw new WebhookVerificationError('header_missing', `the header ${name} is missing`);
  return value;
}

function valueOf(headers: Exclude<WebhookHeaders, Headers>, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : value?.join(' ');
}

function assertRecent(timestamp: string, toleranceSeconds: number, now: Date): void {
  if (!/^\d{1,12}$/.test(timestamp))
    throw new WebhookVerificationError('timestamp_invalid', 'webhook-timestamp is not a number of seconds');
  const age = now.getTime() / 1000 - Number(timestamp);
  if (-age > toleranceSeconds)
    throw new WebhookVerificationError('timestamp_too_new', `the webhook is more than ${toleranceSeconds} s ahead`);
  // Written so that a tolerance or a time that is not a number refuses everything.
  if (!(age <= toleranceSeconds))
    throw new WebhookVerificationError('timestamp_too_old', `the webhook is more than ${toleranceSeconds} s old`);
}

async function importKeys(secret: string | readonly string[]): Promise<Key[]> {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0) throw new WebhookVerificationError('secret_invalid', 'no secret is given');
  return await Promise.all(
    secrets.map(async (text) => {
      const bytes = fromBase64(text.replace(/^whsec_/, ''));
      if (bytes === undefined || bytes.length === 0)
        throw new WebhookVerificationError('secret_invalid', 'a secret is not whsec_ followed by base64');
      return await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    }),
  );
}

/** Returns the signatures of version 1. Others, and what is not base64, cannot be verified and are left out. */
function signaturesOf(header: string): Uint8Array<ArrayBuffer>[] {
  return header
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => fromBase64(signature.slice('v1,'.length)))
    .filter((bytes) => bytes !== undefined);
}

/** `verify` compares in constant time (Web Cryptography API, section 31.6.2). Every pair is compared, also after a hit. */
async function isSignedByAny(
  keys: readonly Key[],
  signatures: readonly Uint8Array<ArrayBuffer>[],
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const pairs = keys.flatMap((key) => signatures.map((signature) => ({ key, signature })));
  const results = await Promise.all(
    pairs.map(async ({ key, signature }) => await crypto.subtle.verify('HMAC', key, signature, signed)),
  );
  return results.includes(true);
}

function parseEvent(bytes: Uint8Array): WebhookEvent {
  try {
    const event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as WebhookEvent | null;
    if (typeof event === 'object' && typeof event?.type === 'string') return event;
  } catch (error) {
    throw new WebhookVerificationError('body_invalid', 'the body is not JSON', { cause: error });
  }
  throw new WebhookVerificationError('body_invalid', 'the body is not an event: it has no type');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
