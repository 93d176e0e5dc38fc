import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { codingOf, decode, type ContentCoding } from '../../../../src/contract/request/content-encoding.ts';
import type { BodyMemory } from '../../../../src/contract/request/growing-buffer.ts';
import { AppError } from '../../../../src/problems/app-error.ts';

const MB = 1024 * 1024;

describe('content codings of bodies', () => {
  const encoders: Readonly<Record<ContentCoding, (bytes: Buffer) => Buffer>> = {
    gzip: gzipSync,
    deflate: deflateSync,
    br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
  const codings = Object.keys(encoders) as ContentCoding[];
  const noise = (bytes: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    let state = 1;
    for (let at = 0; at < bytes; at++) {
      state = (state * 48_271) % 2_147_483_647;
      buffer[at] = state & 255;
    }
    return buffer;
  };
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'decoded',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );

  it('are none where the header names none', () => {
    for (const header of [undefined, '', ' ', 'identity', 'Identity, identity', ',']) {
      expect(codingOf(header), header).to.equal(undefined);
    }
  });

  it('are refused with the ones that are accepted, whatever the header names', () => {
    for (const header of ['rot13', 'gzip, gzip', 'constructor', '__proto__', 'toString']) {
      expect(() => codingOf(header), header)
        .to.throw(AppError)
        .with.property('code', 'unsupported_media_type');
    }
    expect(codingOf('X-GZIP')).to.equal('gzip');
  });

  for (const coding of codings) {
    describe(coding, () => {
      const encode = encoders[coding];

      it('gives back what was compressed, of every size', async () => {
        for (const size of [0, 1, 1000, 64 * 1024, 64 * 1024 + 1, 3 * MB]) {
          const plain = noise(size);
          expect((await decode(encode(plain), coding, 4 * MB)).equals(plain), String(size)).to.equal(true);
        }
      });

      it('takes exactly the limit, and refuses one byte more', async () => {
        const plain = noise(100_000);
        expect(await codeOf(decode(encode(plain), coding, 100_000))).to.equal('decoded');
        expect(await codeOf(decode(encode(plain), coding, 99_999))).to.equal('payload_too_large');
      });

      it('takes what repeats itself as tables and logs do', async () => {
        const line = (number: number): string => `${number},Order membrane ${number % 7},in_progress,2026-11-29\n`;
        const table = Buffer.from(Array.from({ length: 100_000 }, (_, number) => line(number)).join(''));
        expect(await codeOf(decode(encode(table), coding, 64 * MB))).to.equal('decoded');
      });

      it('refuses a bomb early, without the memory that it asks for', async () => {
        const bomb = encode(Buffer.alloc(60 * MB));
        const memory: BodyMemory = { held: 0, bytesMax: 256 * MB };
        let heldMax = 0;
        const watched: BodyMemory = {
          bytesMax: memory.bytesMax,
          get held() {
            return memory.held;
          },
          set held(bytes: number) {
            memory.held = bytes;
            heldMax = Math.max(heldMax, bytes);
          },
        };
        expect(await codeOf(decode(bomb, coding, 64 * MB, watched))).to.equal('payload_too_large');
        expect(heldMax).to.be.below(Math.max(2 * MB, bomb.length * 300 * 2));
        expect(memory.held).to.equal(0);
      });

      it('lets others have their turn while it decodes', async () => {
        const large = encode(noise(20 * MB));
        let turns = 0;
        const timer = setInterval(() => turns++, 1);
        expect(await codeOf(decode(large, coding, 64 * MB))).to.equal('decoded');
        clearInterval(timer);
        expect(turns).to.be.above(5);
      });

      it('is undone for a few at a time, and for all in the end', async () => {
        const body = encode(noise(200_000));
        const bombs = encode(Buffer.alloc(20 * MB));
        const work = Array.from({ length: 60 }, (_, number) =>
          codeOf(decode(number % 3 === 0 ? bombs : body, coding, 4 * MB)),
        );
        const results = await Promise.all(work);
        expect(results.filter((result) => result === 'payload_too_large')).to.have.length(20);
        expect(results.filter((result) => result === 'decoded')).to.have.length(40);
      });

      it('is refused with 503 where there is no memory for what it holds', async () => {
        const memory: BodyMemory = { held: 0, bytesMax: MB };
        expect(await codeOf(decode(encode(noise(3 * MB)), coding, 4 * MB, memory))).to.equal('overloaded');
        expect(memory.held).to.equal(0);
      });
    });
  }
});
