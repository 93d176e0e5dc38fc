import { expect } from 'chai';
import { createSessionCookie } from '../../../../../src/modules/sessions/credentials/session-cookie.service.ts';

describe('the session cookie', () => {
  it('is bound to the host and to HTTPS where the server is reached by it', () => {
    const cookie = createSessionCookie('https://architect.example.com');
    expect(cookie.prefix).to.equal('__Host-');
    expect(cookie.set('ses_x')).to.equal(
      '__Host-architect_session=ses_x; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(cookie.clear()).to.equal('__Host-architect_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure');
  });

  it('has neither prefix nor Secure over HTTP, where browsers would drop it', () => {
    const cookie = createSessionCookie('http://localhost:8080');
    expect(cookie.prefix).to.equal('');
    expect(cookie.set('ses_x')).to.equal('architect_session=ses_x; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax');
  });
});
