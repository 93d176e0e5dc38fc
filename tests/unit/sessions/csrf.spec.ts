import { expect } from 'chai';
import { createCsrfTokens } from '../../../src/modules/sessions/csrf.service.ts';
import { createKeyring } from '../../../src/platform/crypto.ts';
import type { Actor } from '../../../src/platform/unit.ts';

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
  const csrf = createCsrfTokens(createKeyring('a secret for these tests only, 0123456789'));

  it('hold for the session that they were issued for', () => {
    const token = csrf.issue(actor.credential_id);
    expect(token).to.match(/^[A-Za-z0-9_-]{43}$/);
    expect(csrf.check({ token, actor })).to.equal(actor);
  });

  it('do not hold for another session, altered, or under another secret', () => {
    const token = csrf.issue('01939b7c-2f4e-7a10-8c55-0a1b2c3d0aff');
    expect(csrf.check({ token, actor })).to.equal(undefined);
    const own = csrf.issue(actor.credential_id);
    expect(csrf.check({ token: `${own.slice(0, -2)}AA`, actor })).to.equal(undefined);
    const others = createCsrfTokens(createKeyring('another secret for these tests only, 01234'));
    expect(csrf.check({ token: others.issue(actor.credential_id), actor })).to.equal(undefined);
  });

  it('hold for nobody who has no session', () => {
    const token = csrf.issue(actor.credential_id);
    expect(csrf.check({ token, actor: undefined })).to.equal(undefined);
    expect(
      csrf.check({ token, actor: { ...actor, credential_type: 'api_key', credential_id: actor.credential_id } }),
    ).to.equal(undefined);
  });
});
