import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createCaches } from '../../../../src/cache/caches.ts';
import { codings, encode } from '../../../../src/contract/response/content-coding.ts';
import type { KeptResponse } from '../../../../src/contract/response/kept-read.ts';
import { finishedOf, memoryOf, toLoaded } from '../../../../src/contract/response/kept-responses.ts';

const sizes = [2, 600, 1023, 1024, 1200, 5000, 20_000];

function loadedOf(size: number) {
  // Text that can hardly be compressed, read from a text that is larger.
  const text = JSON.stringify(randomBytes(size).toString('base64url').slice(2, size));
  const response = { status: 200, headers: { etag: '"1"' }, contentType: 'application/json', body: text };
  const call = { actor: {} as never, path: {}, query: {} };
  const rule = { kind: 'resource', tagsOf: () => ['note:1'] } as const;
  return toLoaded(rule, { response, body: text, call, query_parameters: [], isNamed: false });
}

/** The bytes that stay in memory as long as the buffers do. */
const heldBy = (buffers: readonly Buffer[]): number => buffers.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

async function formsOf(kept: KeptResponse): Promise<readonly Buffer[]> {
  const { body } = finishedOf(kept);
  if (!Buffer.isBuffer(body)) throw new Error('a kept response has the bytes of its body');
  // Shorter bodies are sent as they are.
  const compressed = body.length < 1024 ? [] : await Promise.all(codings.map((coding) => encode(body, coding)));
  return [body, ...compressed];
}

describe('the memory of kept responses', () => {
  for (const size of sizes) {
    it(`is no larger than what is counted for a body of ${size} bytes and its compressed forms`, async () => {
      const { value } = loadedOf(size);
      const held = heldBy(await formsOf(value));
      expect(held).to.be.at.least(size);
      expect(memoryOf(value)).to.be.at.least(held);
    });
  }

  it('stays within the bound of all caches', async () => {
    const bytesMax = 1_000_000;
    const caches = createCaches({ isEnabled: true, entriesMax: 1e6, bytesMax });
    const cache = caches.open<KeptResponse>({ name: 'notes', ttlMs: 60_000, bytesOf: memoryOf });
    const keys = Array.from({ length: 1000 }, (_, index) => `note ${index}`);
    for (const key of keys) await formsOf(await cache.fetch(key, async () => loadedOf(1200)));
    const kept = keys.flatMap((key) => cache.get(key) ?? []);
    expect(kept).to.have.length.within(100, 400);
    const held = await Promise.all(kept.map(async (one) => heldBy(await formsOf(one))));
    expect(held.reduce((sum, bytes) => sum + bytes)).to.be.below(bytesMax);
  });

  it('is that of one copy for each coding, however often it is sent', async () => {
    const { value } = loadedOf(5000);
    const [first, again] = [await formsOf(value), await formsOf(value)];
    expect(again.map((form, index) => form === first[index])).to.deep.equal([true, true, true]);
  });
});
