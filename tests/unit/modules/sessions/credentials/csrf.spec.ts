import { expect } from 'chai';
import { createCsrfTokens } from '../../../../../src/modules/sessions/credentials/csrf.service.ts';
import { createKeyring } from '../../../../../src/platform/crypto.ts';
import type { Actor } from '../../../../../src/platform/unit.ts';

const publicUrl = 'https://architect.example.com';
const actor: Actor = {
  user_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0001',
  credential_type: 'session',
  credential_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00',
  organization_id: '',
  role: 'viewer',
  scopes: undefined,
  is_operator: false,
};

describe('CSRF tokens', () => {
  const csrf = createCsrfTokens(createKeyring('a secret for these tests only, 0123456789'), publicUrl);

  it('hold for the session that they were issued for', () => {
    const token = csrf.issue(actor.credential_id);
    expect(token).to.match(/^[A-Za-z0-9_-]{43}$/);
    expect(csrf.check({ token, actor, headers: {} })).to.equal(actor);
  });

  it('do not hold for another session, altered, or under another secret', () => {
    const token = csrf.issue('01939b7c-2f4e-7a10-8c55-0a1b2c3d0aff');
    expect(csrf.check({ token, actor, headers: {} })).to.equal(undefined);
    const own = csrf.issue(actor.credential_id);
    expect(csrf.check({ token: `${own.slice(0, -2)}AA`, actor, headers: {} })).to.equal(undefined);
    const others = createCsrfTokens(createKeyring('another secret for these tests only, 01234'), publicUrl);
    expect(csrf.check({ token: others.issue(actor.credential_id), actor, headers: {} })).to.equal(undefined);
  });

  it('hold for nobody who has no session', () => {
    const token = csrf.issue(actor.credential_id);
    expect(csrf.check({ token, actor: undefined, headers: {} })).to.equal(undefined);
    const key: Actor = { ...actor, credential_type: 'api_key', credential_id: actor.credential_id };
    expect(csrf.check({ token, actor: key, headers: {} })).to.equal(undefined);
  });

  const pages = {
    'a page of our own': [{ 'sec-fetch-site': 'same-origin', origin: 'https://architect.example.com' }, true],
    'the address bar': [{ 'sec-fetch-site': 'none' }, true],
    'a page of our own, in a browser that names the origin only': [{ origin: 'https://architect.example.com' }, true],
    'a foreign page': [{ 'sec-fetch-site': 'cross-site' }, false],
    'another host of our domain': [{ 'sec-fetch-site': 'same-site', origin: 'https://evil.example.com' }, false],
    'a foreign page, in a browser that names the origin only': [{ origin: 'https://evil.example' }, false],
    'our host without TLS': [{ origin: 'http://architect.example.com' }, false],
    'a sandboxed frame': [{ origin: 'null' }, false],
  } as const;
  for (const [page, [headers, isTaken]] of Object.entries(pages)) {
    it(`${isTaken ? 'hold' : 'do not hold'} from ${page}`, () => {
      const taken = csrf.check({ token: csrf.issue(actor.credential_id), actor, headers });
      expect(taken).to.equal(isTaken ? actor : undefined);
    });
  }
});
