import { expect } from 'chai';
import { OTHER_CONNECTIONS } from '../../src/commands/doctor/database-checks.ts';
import { connectionsOf } from '../support/deploy/connections.ts';

describe('the doctor', () => {
  it('counts the connections that a worker opens besides its pool, of every lane that has jobs', () => {
    expect(OTHER_CONNECTIONS).to.equal(connectionsOf('worker', 0));
  });
});
