import { expect } from 'chai';
import { isSecretName, maskText } from '../../../src/platform/secret-texts.ts';
import { leastOfThree, processorTimeOf } from '../../support/least-of.ts';

/** Measured: 8 ms. */
const MASKING_MS_MAX = 200;

describe('isSecretName', () => {
  it('knows secrets by the words of a name, in every notation', () => {
    for (const name of [
      'userPassword',
      'X-Auth-Token',
      'API_KEY',
      'PGPASSWORD',
      'accesstoken',
      'session id',
      'dbSecret',
    ])
      expect(isSecretName(name), name).to.equal(true);
    for (const name of ['author', 'keyboard', 'page', 'tokenizer', 'constructor', '__proto__', ''])
      expect(isSecretName(name), name).to.equal(false);
  });
});

describe('maskText', () => {
  const masked: Readonly<Record<string, string>> = {
    'postgres://app:hunter2@db:5432/shop': 'postgres://[masked]@db:5432/shop',
    'redis://:p@ss@cache:6379': 'redis://[masked]@cache:6379',
    'cannot open Server=db;User=app;Password=hunter2;Pooling=true':
      'cannot open Server=db;User=app;Password=[masked];Pooling=true',
    'PGPASSWORD=hunter2 psql': 'PGPASSWORD=[masked] psql',
    '{"password":"a\\"b","page":2}': '{"password":[masked],"page":2}',
    '{\\"token\\":\\"abc\\"}': '{\\"token\\":[masked]}',
    "{'pwd': 'abc', 'page': 2}": "{'pwd': [masked], 'page': 2}",
    'password: hunter2': 'password: [masked]',
    'Cookie: sid=1; theme=dark': 'Cookie: [masked]',
    'Authorization: Bearer abcdefghijkl': 'Authorization: Bearer [masked]',
    'GET /a?page=2&access_token=abc': 'GET /a?page=2&access_token=[masked]',
    'http://0123456789abcdef0123456789abcdef@reports.example/7': 'http://[masked]@reports.example/7',
    'half \ud83d of a boat\0': 'half \ufffd of a boat',
  };
  for (const [text, expected] of Object.entries(masked)) {
    it(`masks ${JSON.stringify(text)}`, () => {
      expect(maskText(text)).to.equal(expected);
      expect(maskText(expected)).to.equal(expected);
    });
  }

  it('leaves what is about secrets, and contains none', () => {
    for (const text of [
      'Invalid token: unexpected end of input',
      "Unexpected token '<' in JSON at position 0",
      '    at read (/srv/src/token.ts:12:5)',
      'https://social.example/@ada/posts?by=ada@example.com',
      "Cannot read properties of undefined (reading 'token')",
    ])
      expect(maskText(text)).to.equal(text);
  });

  it('needs time in proportion to the length of a text, whatever it is', async () => {
    for (const part of [
      'a',
      'a=',
      'password="',
      "token:'",
      'token: "\\',
      '?token=c&',
      'a://',
      'a@',
      '1 1-',
      'eyJaaaaaaaaaaa.',
    ]) {
      const text = part.repeat(80_000 / part.length);
      const measure = (): number => processorTimeOf(() => void maskText(text));
      expect(await leastOfThree(measure, MASKING_MS_MAX), part).to.be.below(MASKING_MS_MAX);
    }
  });
});
