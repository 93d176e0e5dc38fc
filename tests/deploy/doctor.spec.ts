import { expect } from 'chai';
import { MEMBER_CONNECTIONS, OTHER_CONNECTIONS } from '../../src/commands/doctor/database-checks.ts';
import { connectionsOf } from '../support/deploy/connections.ts';

describe('the doctor', () => {
  it('counts the connections that a worker opens besides its pool, of every lane that has jobs', () => {
    expect(OTHER_CONNECTIONS).to.equal(connectionsOf('worker', 0));
  });

  it('counts what each further serving process opens besides its share of the pool', () => {
    expect(MEMBER_CONNECTIONS).to.equal(connectionsOf('server', 0));
  });
});
