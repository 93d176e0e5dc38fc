import { expect } from 'chai';
import { createKeyring } from '../../../src/platform/crypto.ts';
import { createCursorCodec, type Position } from '../../../src/platform/cursor.ts';
import { AppError } from '../../../src/problems/app-error.ts';

describe('cursors', () => {
  const id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100';
  const secret = 'a secret of the installation';
  const codec = createCursorCodec(createKeyring(secret));

  const positions: readonly (readonly [name: string, value: Position['value']])[] = [
    ['no value', null],
    ['a number', -12],
    ['a time', '2026-11-29T03:04:05.006Z'],
    ['an empty text', ''],
    ['a short text', 'Bau der Brücke'],
    ['the longest title of one byte a character', 'x'.repeat(256)],
    ['the longest title of four bytes a character', '😀'.repeat(256)],
    ['the longest title of the last code point', '\u{10ffff}'.repeat(256)],
    ['the longest title of characters that JSON escapes', '\u0001'.repeat(256)],
    ['a long title of quotes', '"\\'.repeat(128)],
    ['the longest address', `${'é'.repeat(244)}@example.org`.slice(0, 254)],
  ];
  for (const [name, value] of positions) {
    it(`${name}: comes back as it was, and fits into the contract`, () => {
      const cursor = codec.encode('list', { value, id });
      expect(cursor).to.match(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);
      expect(cursor.length).to.be.at.most(1000);
      expect(codec.decode('list', cursor)).to.deep.equal({ value, id });
    });
  }

  const refuses = (decode: () => Position): void => {
    expect(decode).to.throw(AppError).with.property('code', 'validation_failed');
  };

  it('is good for its own query only', () => {
    refuses(() => codec.decode('another list', codec.encode('list', { value: 1, id })));
  });

  it('is refused once it has been changed', () => {
    const cursor = codec.encode('list', { value: 'a', id });
    const [payload = '', signature = ''] = cursor.split('.');
    const other = Buffer.from(JSON.stringify(['b', id])).toString('base64url');
    for (const changed of [
      `${other}.${signature}`,
      `${payload}.`,
      `${payload}.${signature.slice(1)}`,
      payload,
      '0.0',
    ]) {
      refuses(() => codec.decode('list', changed));
    }
  });

  it('outlives a change of the secret for as long as the previous one is known, and no longer', () => {
    const cursor = codec.encode('list', { value: 'a', id });
    const next = 'the secret after that';
    expect(createCursorCodec(createKeyring(next, [secret])).decode('list', cursor)).to.deep.equal({ value: 'a', id });
    refuses(() => createCursorCodec(createKeyring(next)).decode('list', cursor));
  });
});
