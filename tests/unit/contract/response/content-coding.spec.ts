import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import {
  assertEncodable,
  encode,
  encodingFor,
  identity,
  negotiateEncoding,
} from '../../../../src/contract/response/content-coding.ts';
import { AppError } from '../../../../src/problems/app-error.ts';

describe('content codings of responses', () => {
  const cases: readonly (readonly [header: string | undefined, coding: 'br' | 'gzip' | undefined, refused: boolean])[] =
    [
      [undefined, undefined, false],
      ['', undefined, false],
      ['identity', undefined, false],
      ['gzip', 'gzip', false],
      ['GZIP', 'gzip', false],
      ['x-gzip', 'gzip', false],
      ['br', 'br', false],
      ['gzip, deflate', 'gzip', false],
      ['gzip, deflate, br, zstd', 'br', false],
      ['gzip;q=1.0, br;q=0.5', 'gzip', false],
      ['br;q=0.5, gzip;q=0.8', 'gzip', false],
      ['br ; q=0.9 , gzip; q=0.9', 'br', false],
      ['br;q=0, gzip', 'gzip', false],
      ['br;q=0', undefined, false],
      ['gzip;q=0, br;q=0', undefined, false],
      ['deflate', undefined, false],
      ['zstd, compress', undefined, false],
      ['*', 'br', false],
      ['*;q=0.5', 'br', false],
      ['br;q=0, *', 'gzip', false],
      ['gzip;q=0, br;q=0, *', undefined, false],
      ['identity, gzip;q=0.5', undefined, false],
      ['identity;q=0.5, gzip', 'gzip', false],
      ['identity;q=0.5, gzip;q=0.5', 'gzip', false],
      ['identity;q=0, gzip', 'gzip', true],
      ['identity;q=0', undefined, true],
      ['identity;q=0.000, br;q=0.001', 'br', true],
      ['*;q=0', undefined, true],
      ['*;q=0, gzip', 'gzip', true],
      ['*;q=0, identity', undefined, false],
      ['*;q=0, identity;q=0.1, br;q=0.2', 'br', false],
      ['identity;q=0, *;q=0.1', 'br', true],
      ['gzip;q=2', undefined, false],
      ['gzip;q=abc', undefined, false],
      ['gzip;level=9', undefined, false],
      ['br;q=1.5, gzip', 'gzip', false],
      ['br;x="a, gzip", deflate', undefined, false],
      [',,gzip,', 'gzip', false],
      ['gz ip', undefined, false],
    ];
  for (const [header, coding, isIdentityRefused] of cases) {
    it(`${String(header)}: ${coding ?? 'none'}${isIdentityRefused ? ', and not the bytes as they are' : ''}`, () => {
      expect(negotiateEncoding(header, undefined)).to.deep.equal({ coding, isIdentityRefused });
    });
  }

  it('are the same for a header that came before, however many others came between', () => {
    for (let index = 0; index < 300; index += 1) negotiateEncoding(`gzip, x-coding-${index}`, undefined);
    for (const [header, coding, isIdentityRefused] of [...cases, ...cases])
      expect(negotiateEncoding(header, undefined), header).to.deep.equal({ coding, isIdentityRefused });
    expect(negotiateEncoding('br, x-coding-301', undefined).coding).to.equal('br');
  });

  it('are none where the caller asks for no transformation, as long as it takes the bytes as they are', () => {
    for (const control of ['no-transform', 'no-cache, no-transform', 'No-Transform,max-age=0']) {
      expect(negotiateEncoding('gzip, br', control), control).to.deep.equal(identity);
      expect(negotiateEncoding('gzip, identity;q=0', control).coding, control).to.equal('gzip');
    }
    for (const control of ['no-cache', 'x-no-transform', 'no-transform-at-all']) {
      expect(negotiateEncoding('gzip, br', control).coding, control).to.equal('br');
    }
  });

  it('are none where the response holds a secret; who takes nothing else is refused before anything happens', () => {
    const secret = { hasSensitiveResponse: true };
    expect(encodingFor(secret, negotiateEncoding('br', undefined))).to.deep.equal(identity);
    expect(encodingFor({ hasSensitiveResponse: false }, negotiateEncoding('br', undefined)).coding).to.equal('br');
    const refusal = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error instanceof AppError ? [error.code, error.params] : error;
      }
    };
    const wanted = negotiateEncoding('br, identity;q=0', undefined);
    expect(refusal(() => encodingFor(secret, wanted))).to.deep.equal(['not_acceptable', { offered: 'identity' }]);
    const nothing = negotiateEncoding('deflate, *;q=0', undefined);
    expect(refusal(() => assertEncodable(nothing))).to.deep.equal([
      'not_acceptable',
      { offered: 'br, gzip, identity' },
    ]);
  });

  it('undo to what was encoded', async () => {
    const text = 'Brücke '.repeat(5000);
    expect(gunzipSync(await encode(text, 'gzip')).toString()).to.equal(text);
    expect(brotliDecompressSync(await encode(Buffer.from(text), 'br')).toString()).to.equal(text);
  });
});
