import { expect } from 'chai';
import { defaultWorkers, sharePool } from '../../../src/config/processes.ts';

const GIBIBYTE = 1024 ** 3;
const machine = { processors: 8, memoryBytes: 64 * GIBIBYTE };
const remote = {
  env: 'production',
  databaseUrl: 'postgres://architect@db.example.com/architect',
  poolMax: 100,
} as const;

describe('the default of WORKERS', () => {
  it('is one outside of production', () => {
    expect(defaultWorkers({ ...remote, env: 'development' }, machine)).to.equal(1);
    expect(defaultWorkers({ ...remote, env: 'test' }, machine)).to.equal(1);
  });

  it('is one process for each processor, up to 32', () => {
    expect(defaultWorkers(remote, machine)).to.equal(8);
    expect(defaultWorkers({ ...remote, poolMax: 1000 }, { ...machine, processors: 128 })).to.equal(32);
  });

  const local = [
    'postgres://architect@127.0.0.1/architect',
    'postgres://architect@localhost/architect',
    'postgres://architect@[::1]/architect',
    'postgres:///architect?host=/run/postgresql',
    undefined,
  ];
  for (const databaseUrl of local) {
    it(`leaves half of the processors to PostgreSQL at ${databaseUrl ?? 'no URL, which is the embedded one'}`, () => {
      expect(defaultWorkers({ ...remote, databaseUrl }, machine)).to.equal(4);
      expect(defaultWorkers({ ...remote, databaseUrl }, { ...machine, processors: 1 })).to.equal(1);
    });
  }

  it('has 512 MB of memory for each process', () => {
    expect(defaultWorkers(remote, { ...machine, memoryBytes: 2 * GIBIBYTE })).to.equal(4);
    expect(defaultWorkers(remote, { ...machine, memoryBytes: GIBIBYTE / 4 })).to.equal(1);
  });

  it('has five connections of POOL_MAX for each process and their supervisor', () => {
    expect(defaultWorkers({ ...remote, poolMax: 20 }, machine)).to.equal(3);
    expect(defaultWorkers({ ...remote, poolMax: 2 }, machine)).to.equal(1);
  });
});

describe('the shares of POOL_MAX', () => {
  for (const workers of [2, 3, 7, 32])
    for (const isWorking of [true, false]) {
      const role = isWorking ? 'that runs jobs' : 'that runs none';
      it(`add up to POOL_MAX for ${workers} processes and a supervisor ${role}, with two connections for each`, () => {
        for (let poolMax = 2 * (workers + 1); poolMax <= 100; poolMax++) {
          const { child, supervisor } = sharePool(poolMax, workers, isWorking);
          expect(child * workers + supervisor).to.equal(poolMax);
          expect(Math.min(child, supervisor)).to.be.at.least(2);
        }
      });
    }
});
