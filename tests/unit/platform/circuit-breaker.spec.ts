import { expect } from 'chai';
import { CircuitBreaker, CircuitOpenError } from '../../../src/platform/circuit-breaker.ts';

const timeout = (): Error => Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' });

describe('CircuitBreaker', () => {
  let now = 0;
  let calls = 0;
  const open = (settings = {}) => new CircuitBreaker({ openMs: 1000, elapsed: () => now, ...settings });
  beforeEach(() => {
    now = 0;
    calls = 0;
  });
  /** How a call ended: `ok`, or the name or code of its error. */
  const call = async (breaker: CircuitBreaker, destination: string, failure?: Error): Promise<string> => {
    try {
      return await breaker.run(destination, async () => {
        calls++;
        if (failure !== undefined) throw failure;
        return 'ok';
      });
    } catch (error) {
      return error instanceof CircuitOpenError ? 'open' : (error as Error).message;
    }
  };

  it('asks no more after three time-outs in a row, until its time is over', async () => {
    const breaker = open();
    for (let count = 0; count < 3; count++) expect(await call(breaker, 'a', timeout())).to.equal('Timeout');
    expect(await call(breaker, 'a')).to.equal('open');
    now = 999;
    expect(await call(breaker, 'a')).to.equal('open');
    expect(calls).to.equal(3);
    now = 1000;
    expect(await call(breaker, 'a')).to.equal('ok');
    expect(await call(breaker, 'a', timeout())).to.equal('Timeout');
    expect(await call(breaker, 'a')).to.equal('ok');
  });

  it('lets one call try, and closes again where that times out as well', async () => {
    const breaker = open();
    for (let count = 0; count < 3; count++) await call(breaker, 'a', timeout());
    now = 1000;
    let end: () => void = () => undefined;
    const trying = breaker
      .run('a', () => new Promise((_resolve, reject) => (end = () => reject(timeout()))))
      .catch((error: unknown) => (error as Error).message);
    expect(await call(breaker, 'a')).to.equal('open');
    now = 1500;
    end();
    expect(await trying).to.equal('Timeout');
    now = 2499;
    expect(await call(breaker, 'a')).to.equal('open');
    now = 2500;
    expect(await call(breaker, 'a')).to.equal('ok');
  });

  it('counts time-outs in a row only', async () => {
    const breaker = open();
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    for (const failure of [timeout(), timeout(), undefined, timeout(), timeout(), refused, timeout(), timeout()])
      await call(breaker, 'a', failure);
    expect(await call(breaker, 'a')).to.equal('ok');
    expect(calls).to.equal(9);
  });

  it('knows destinations apart, and remembers no more than it may', async () => {
    const breaker = open({ destinationsMax: 1 });
    for (let count = 0; count < 3; count++) await call(breaker, 'a', timeout());
    expect(await call(breaker, 'b')).to.equal('ok');
    expect(await call(breaker, 'a')).to.equal('open');
    await call(breaker, 'c', timeout());
    expect(await call(breaker, 'a')).to.equal('ok');
  });

  it('says when the destination is asked again', async () => {
    const breaker = open();
    for (let count = 0; count < 3; count++) await call(breaker, 'mail.example.com', timeout());
    const refusal = await breaker.run('mail.example.com', async () => 'ok').catch((error: unknown) => error);
    expect(refusal).to.have.property('message', 'mail.example.com has not responded; it is asked again in 1 s');
  });
});
