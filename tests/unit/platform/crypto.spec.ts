import { expect } from 'chai';
import { createKeyring, hashToken, newToken } from '../../../src/platform/crypto.ts';

const keyring = createKeyring('the first secret of this installation');

describe('newToken', () => {
  it('has 256 random bits after its prefix', () => {
    const tokens = new Set(Array.from({ length: 1000 }, () => newToken('ak_')));
    expect(tokens.size).to.equal(1000);
    for (const token of tokens) expect(token).to.match(/^ak_[A-Za-z0-9_-]{43}$/);
  });
});

describe('hashToken', () => {
  it('is the SHA-256 of the token', () => {
    expect(hashToken('abc').toString('hex')).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('createKeyring', () => {
  it('decrypts what it encrypted, and never encrypts twice alike', () => {
    const sealed = keyring.encrypt('responses', 'Grüße', 'row 1');
    expect(keyring.decrypt('responses', sealed, 'row 1')).to.equal('Grüße');
    expect(keyring.encrypt('responses', 'Grüße', 'row 1')).to.not.equal(sealed);
    expect(sealed).to.not.include('Gr');
  });

  it('refuses a ciphertext that was altered, moved to another row, or made for another purpose', () => {
    const sealed = keyring.encrypt('responses', 'text', 'row 1');
    const bytes = Buffer.from(sealed, 'base64url');
    for (let position = 0; position < bytes.length; position++) {
      const altered = Buffer.from(bytes);
      altered[position] = (altered[position] ?? 0) ^ 1;
      expect(() => keyring.decrypt('responses', altered.toString('base64url'), 'row 1')).to.throw();
    }
    expect(() => keyring.decrypt('responses', sealed, 'row 2')).to.throw();
    expect(() => keyring.decrypt('credentials', sealed, 'row 1')).to.throw();
    expect(() => keyring.decrypt('responses', 'AAAA', 'row 1')).to.throw('cut off');
  });

  it('keeps reading and verifying what previous secrets made', () => {
    const later = createKeyring('a second secret that came after it', ['the first secret of this installation']);
    expect(later.decrypt('responses', keyring.encrypt('responses', 'text'))).to.equal('text');
    expect(later.verify('mail', 'data', keyring.sign('mail', 'data'))).to.be.true;
    expect(() => keyring.decrypt('responses', later.encrypt('responses', 'text'))).to.throw('SECRET_KEY_PREVIOUS');
  });

  it('verifies its signatures and no others', () => {
    const signature = keyring.sign('mail', 'data');
    expect(keyring.verify('mail', 'data', signature)).to.be.true;
    expect(keyring.verify('mail', 'dat', signature)).to.be.false;
    expect(keyring.verify('cursor', 'data', signature)).to.be.false;
    expect(keyring.verify('mail', 'data', signature.slice(0, -2))).to.be.false;
    expect(keyring.verify('mail', 'data', '')).to.be.false;
  });
});
