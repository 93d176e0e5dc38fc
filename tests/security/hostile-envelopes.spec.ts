import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { ReportingKey } from '../../generated/v2/types.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createReportingKey } from '../support/factories.ts';
import { leastOfThree } from '../support/least-of.ts';
import { watchTurns } from '../support/longest-turn.ts';
import { useScene } from '../support/scene.ts';

const TURN_MS_MAX = 400;

type Item = readonly [header: object, payload: unknown];

/** Returns an envelope as SDKs send it. */
function envelope(header: object, ...items: readonly Item[]): string {
  const texts = items.flatMap(([head, payload]) => [
    JSON.stringify(head),
    typeof payload === 'string' ? payload : JSON.stringify(payload),
  ]);
  return [JSON.stringify(header), ...texts].join('\n');
}

describe('envelopes that no SDK sends', () => {
  const scene = useScene();
  let key: ReportingKey;
  before(async () => {
    key = await createReportingKey(scene.owner, scene.project);
  });

  async function send(body: string | Buffer, headers: Record<string, string> = {}) {
    const place = `/api/${key.project_number}/envelope/?sentry_key=${key.public_key}`;
    const response = await checkedFetch(`${scene.app.url}${place}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-sentry-envelope', ...headers },
      body: Buffer.from(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  const cases: Readonly<Record<string, readonly [body: string | Buffer, code: string]>> = {
    'no JSON': ['what is this', 'malformed_json'],
    'a list': ['[]', 'malformed_json'],
    'an item without a type': [envelope({}, [{}, {}]), 'required'],
    'an item header that is no object': ['{}\n"event"\n{}', 'malformed_json'],
    'an event that is no object': [envelope({}, [{ type: 'event' }, '[1]']), 'malformed_json'],
    'an event that is cut off': [envelope({}, [{ type: 'event', length: 500 }, '{}']), 'incomplete_body'],
    'a negative length': [envelope({}, [{ type: 'event', length: -1 }, '{}']), 'type'],
    'too many items': [envelope({}, ...Array.from({ length: 201 }, (): Item => [{ type: 'log' }, {}])), 'max_items'],
    'too many counts of sessions': [
      envelope({}, [
        { type: 'sessions' },
        { aggregates: Array.from({ length: 1001 }, () => ({ exited: 1 })), attrs: { release: 'a' } },
      ]),
      'max_items',
    ],
    'an event above 1 MiB': [envelope({}, [{ type: 'event' }, { extra: 'a'.repeat(1_100_000) }]), 'max_length'],
    'a header above 64 KiB': [`{"a":"${'a'.repeat(70_000)}"}`, 'max_length'],
    'deep JSON': [envelope({}, [{ type: 'event' }, '['.repeat(100_000)]), 'malformed_json'],
  };
  for (const [what, [body, code]] of Object.entries(cases)) {
    it(`refuses ${what}`, async () => {
      const found = await send(body);
      expect(found.status).to.equal(400);
      expect(found.body).to.include({ code: 'validation_failed' });
      expect((found.body['errors'] as { code: string }[]).map((error) => error.code)).to.deep.equal([code]);
    });
  }

  it('serves others while it reads the most work that fits into an envelope', async function () {
    this.timeout(60_000);
    const extra = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [String(n), '?a_b=c&'.repeat(1150)]));
    const values = [{ type: 'TypeError', value: 'a.b'.repeat(3000) }];
    const event = { exception: { values }, extra, fingerprint: Array.from({ length: 20 }, () => '{{ default }}') };
    const items = Array.from({ length: 200 }, (): Item => [{ type: 'event' }, event]);
    const body = envelope({}, ...items);
    const measure = async (): Promise<number> => {
      const longestTurn = watchTurns();
      const { status } = await send(body).finally(longestTurn);
      expect(status).to.equal(200);
      return longestTurn();
    };
    // Reading 8 MiB of JSON is one turn; what is stored is made in many. If it is made in one, that takes seconds.
    expect(await leastOfThree(measure, TURN_MS_MAX)).to.be.below(TURN_MS_MAX);
  });

  it('refuses an envelope that decompresses to more than 10 MiB', async () => {
    const { status } = await send(gzipSync('a'.repeat(11 * 1024 * 1024)), { 'content-encoding': 'gzip' });
    expect(status).to.equal(413);
  });
});
