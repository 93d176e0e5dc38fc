import { expect } from 'chai';
import { toLibpqAddress } from '../../../src/commands/backup/libpq-address.ts';

const database = 'db.internal:5432/architect';

describe('the address that pg_dump and pg_restore get', () => {
  for (const url of [
    `postgres://ada:open%20sesame@${database}`,
    `postgres://ada@${database}?password=open%20sesame`,
    `postgres://ada:overridden@${database}?password=open+sesame&application_name=x`,
  ]) {
    it(`is without the password of ${url}`, () => {
      const { address, password } = toLibpqAddress(url, 17);
      expect(password).to.equal('open sesame');
      expect(address).not.to.match(/sesame|overridden|password/);
    });
  }

  for (const [parameters, version, expected] of [
    ['', 17, ''],
    ['?sslmode=disable', 17, '?sslmode=disable'],
    ['?sslmode=no-verify', 17, '?sslmode=require'],
    ['?sslmode=prefer', 17, '?sslmode=verify-full&sslrootcert=system'],
    ['?sslmode=require', 16, '?sslmode=verify-full&sslrootcert=system'],
    ['?sslmode=require&sslrootcert=/ca.pem', 15, '?sslmode=verify-full&sslrootcert=%2Fca.pem'],
    ['?sslmode=verify-ca&sslrootcert=/ca.pem', 17, '?sslmode=verify-full&sslrootcert=%2Fca.pem'],
    ['?sslmode=require&uselibpqcompat=true', 17, '?sslmode=require'],
  ] as const) {
    it(`verifies the server as the driver does: ${parameters || 'nothing'} for version ${version}`, () => {
      const { address } = toLibpqAddress(`postgres://ada@${database}${parameters}`, version);
      expect(address).to.equal(`postgres://ada@${database}${expected}`);
    });
  }

  it('never names `system` to a version of libpq that takes it for a file', () => {
    const { address } = toLibpqAddress(`postgres://ada@${database}?sslmode=require`, 15);
    expect(address).to.include('sslmode=verify-full').and.not.to.include('system');
  });
});
