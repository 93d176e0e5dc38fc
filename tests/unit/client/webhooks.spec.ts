import { createHmac, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import v2 from '../../../generated/v2/openapi.json' with { type: 'json' };
import { verifyWebhook, type WebhookFault, type WebhookHeaders } from '../../../src/client/index.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const now = new Date('2027-01-01T00:00:00Z');
const timestamp = String(now.getTime() / 1000);
// The example of Standard Webhooks.
// nosemgrep: secret-in-an-assignment
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body =
  '{"id":"e1","type":"task.created","timestamp":"2027-01-01T00:00:00.000Z","organization_id":"o1","data":{}}';

/** Signs as a server does, with node:crypto instead of the Web Cryptography API. */
function sign(text: string | Uint8Array, { key = secret, id = 'msg_1', at = timestamp } = {}): string {
  const hmac = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'));
  return `v1,${hmac.update(`${id}.${at}.`).update(text).digest('base64')}`;
}

function headersOf(overrides: Record<string, string | undefined> = {}): Record<string, string | undefined> {
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': sign(body), ...overrides };
}

interface Attempt {
  readonly text?: string | Uint8Array | ArrayBuffer;
  readonly key?: string | readonly string[];
  readonly toleranceSeconds?: number;
}

interface Example {
  readonly value: { readonly type: string };
}

async function verify(
  headers: WebhookHeaders,
  { text = body, key = secret, ...options }: Attempt = {},
): Promise<unknown> {
  return await verifyWebhook(text, headers, key, { now, ...options });
}

describe('verifyWebhook', () => {
  it('returns the event of the example of Standard Webhooks', async () => {
    // The test vector of the specification's own libraries.
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const at = new Date(1_614_265_330_000);
    const error = await thrownBy(verifyWebhook('{"test": 2432232314}', headers, secret, { now: at }));
    // The signature fits. The body is not an event of this contract.
    expect(error).to.include({ name: 'WebhookVerificationError', fault: 'body_invalid' });
  });

  const accepted: readonly [string, () => Promise<unknown>][] = [
    ['a body of text', () => verify(headersOf())],
    ['a body of bytes', () => verify(headersOf(), { text: new TextEncoder().encode(body) })],
    ['a part of a larger buffer', () => verify(headersOf(), { text: Buffer.from(`xx${body}`).subarray(2) })],
    ['an ArrayBuffer', () => verify(headersOf(), { text: new TextEncoder().encode(body).buffer })],
    ['headers of fetch', () => verify(new Headers(headersOf()))],
    [
      'headers in any case',
      () => verify({ 'Webhook-Id': 'msg_1', 'WEBHOOK-TIMESTAMP': timestamp, 'Webhook-Signature': sign(body) }),
    ],
    ['repeated headers of node:http', () => verify({ ...headersOf(), 'webhook-signature': ['v1,AAAA', sign(body)] })],
    ['several signatures', () => verify(headersOf({ 'webhook-signature': `v1a,xyz v1,AAAA ${sign(body)}` }))],
    ['the old secret among several', () => verify(headersOf(), { key: ['whsec_bmV3', secret] })],
    ['the new secret among several', () => verify(headersOf(), { key: [secret, 'whsec_b2xk'] })],
    ['a secret without its prefix', () => verify(headersOf(), { key: secret.slice('whsec_'.length) })],
  ];
  for (const [name, accept] of accepted) {
    it(`accepts ${name}`, async () => {
      expect(await accept()).to.deep.equal(JSON.parse(body));
    });
  }

  it('agrees with node:crypto on random bodies and secrets', async () => {
    for (let length = 0; length < 64; length += 1) {
      const key = `whsec_${randomBytes(24 + (length % 40)).toString('base64')}`;
      const text = JSON.stringify({ type: 'task.created', data: randomBytes(length * 17).toString('latin1') });
      expect(await verify(headersOf({ 'webhook-signature': sign(text, { key }) }), { text, key })).to.deep.equal(
        JSON.parse(text),
      );
    }
  });

  it('returns the example of every event of the contract', async () => {
    const examples = Object.entries(v2.webhooks).flatMap(([name, { post }]) =>
      Object.values<Example>(post.requestBody.content['application/json'].examples).map(({ value }) => ({
        name,
        value,
      })),
    );
    expect(examples).to.have.length.of.at.least(Object.keys(v2.webhooks).length);
    for (const { name, value } of examples) {
      const text = JSON.stringify(value);
      expect(value.type).to.equal(name);
      expect(await verify(headersOf({ 'webhook-signature': sign(text) }), { text })).to.deep.equal(value);
    }
  });

  const changed = body.replace('o1', 'o2');
  const at = (seconds: number) => {
    const moved = String(Number(timestamp) + seconds);
    return headersOf({ 'webhook-timestamp': moved, 'webhook-signature': sign(body, { at: moved }) });
  };
  const refused: readonly [string, WebhookFault, () => Promise<unknown>][] = [
    ['another body', 'signature_invalid', () => verify(headersOf(), { text: changed })],
    ['another id', 'signature_invalid', () => verify(headersOf({ 'webhook-id': 'msg_2' }))],
    [
      'another timestamp',
      'signature_invalid',
      () => verify(headersOf({ 'webhook-timestamp': String(Number(timestamp) + 1) })),
    ],
    ['another secret', 'signature_invalid', () => verify(headersOf(), { key: 'whsec_b3RoZXI=' })],
    [
      'a signature of another version',
      'signature_invalid',
      () => verify(headersOf({ 'webhook-signature': sign(body).replace('v1,', 'v2,') })),
    ],
    [
      'a signature without version',
      'signature_invalid',
      () => verify(headersOf({ 'webhook-signature': sign(body).slice(3) })),
    ],
    [
      'a shortened signature',
      'signature_invalid',
      () => verify(headersOf({ 'webhook-signature': sign(body).slice(0, 27) })),
    ],
    [
      'a signature that is not base64',
      'signature_invalid',
      () => verify(headersOf({ 'webhook-signature': 'v1,%%%%' })),
    ],
    ['an empty signature', 'signature_invalid', () => verify(headersOf({ 'webhook-signature': 'v1,' }))],
    ['a missing id', 'header_missing', () => verify(headersOf({ 'webhook-id': undefined }))],
    ['a missing timestamp', 'header_missing', () => verify(headersOf({ 'webhook-timestamp': undefined }))],
    [
      'a missing signature',
      'header_missing',
      () => verify(new Headers({ 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp })),
    ],
    ['an empty header', 'header_missing', () => verify(headersOf({ 'webhook-id': '' }))],
    [
      'a timestamp that is no number',
      'timestamp_invalid',
      () => verify(headersOf({ 'webhook-timestamp': '2027-01-01' })),
    ],
    ['an old webhook', 'timestamp_too_old', () => verify(at(-301))],
    ['a webhook of the future', 'timestamp_too_new', () => verify(at(301))],
    ['an empty secret', 'secret_invalid', () => verify(headersOf(), { key: 'whsec_' })],
    ['a secret that is not base64', 'secret_invalid', () => verify(headersOf(), { key: 'whsec_***' })],
    ['no secret', 'secret_invalid', () => verify(headersOf(), { key: [] })],
    ['an empty secret beside a right one', 'secret_invalid', () => verify(headersOf(), { key: [secret, ''] })],
  ];
  for (const [name, fault, refuse] of refused) {
    it(`refuses ${name}: ${fault}`, async () => {
      const error = await thrownBy(refuse());
      expect(error).to.include({ name: 'WebhookVerificationError', fault });
      expect(error).to.have.property('message').that.is.not.empty;
    });
  }

  for (const text of ['', '1', 'null', '"text"', '[]', '{}', '{"type":1}', '{"type":']) {
    it(`refuses the signed body ${JSON.stringify(text)}, which is no event`, async () => {
      const error = await thrownBy(verify(headersOf({ 'webhook-signature': sign(text) }), { text }));
      expect(error).to.include({ fault: 'body_invalid' });
    });
  }

  it('refuses every webhook if the tolerance or the time is not a number', async () => {
    expect(await thrownBy(verify(headersOf(), { toleranceSeconds: NaN }))).to.include({ fault: 'timestamp_too_old' });
    const error = await thrownBy(verifyWebhook(body, headersOf(), secret, { now: new Date(NaN) }));
    expect(error).to.include({ fault: 'timestamp_too_old' });
  });

  it('accepts a webhook within the tolerance of the caller only', async () => {
    expect(await verify(at(-300))).to.include({ id: 'e1' });
    expect(await verify(at(-3600), { toleranceSeconds: 3600 })).to.include({ id: 'e1' });
    expect(await thrownBy(verify(at(-61), { toleranceSeconds: 60 }))).to.include({ fault: 'timestamp_too_old' });
  });

  it('takes the time of the platform by default', async () => {
    expect(await thrownBy(verifyWebhook(body, headersOf({ 'webhook-timestamp': '1' }), secret))).to.include({
      fault: 'timestamp_too_old',
    });
    const present = String(Math.floor(Date.now() / 1000));
    const headers = headersOf({ 'webhook-timestamp': present, 'webhook-signature': sign(body, { at: present }) });
    expect(await verifyWebhook(body, headers, secret)).to.include({ id: 'e1' });
  });
});
