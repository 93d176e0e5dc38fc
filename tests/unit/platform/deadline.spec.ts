import { expect } from 'chai';
import { Deadline } from '../../../src/platform/deadline.ts';
import { AppError } from '../../../src/problems/app-error.ts';

describe('deadlines', () => {
  const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'done',
      (error: unknown) =>
        error instanceof AppError ? [error.status, error.code, error.headers['retry-after']] : error,
    );
  const unavailable = [503, 'service_unavailable', '1'];

  it('leave work alone that ends in time, and cancel nothing afterwards', async () => {
    let isCancelled = false;
    const deadline = new Deadline(20);
    expect(await deadline.within(Promise.resolve(7))).to.equal(7);
    const after = new Deadline(50);
    deadline.guard(() => (isCancelled = true));
    await refusalOf(after.within(new Promise(() => undefined)));
    expect(isCancelled).to.equal(false);
  });

  it('cancel what runs, and give it time to end by itself', async () => {
    const deadline = new Deadline(20);
    const work = new Promise((_resolve, reject) => {
      deadline.guard(() => reject(new Error('cancelled')));
    });
    expect(await refusalOf(deadline.within(work)))
      .to.be.instanceOf(Error)
      .with.property('message', 'cancelled');
  });

  it('do not cancel what has ended before', async () => {
    const cancelled: string[] = [];
    const deadline = new Deadline(20);
    const ended = deadline.guard(() => cancelled.push('ended'));
    deadline.guard(() => cancelled.push('running'));
    ended();
    expect(await refusalOf(deadline.within(new Promise(() => undefined)))).to.deep.equal(unavailable);
    expect(cancelled).to.deep.equal(['running']);
  });

  it('let nothing begin once they are over', async () => {
    const deadline = new Deadline(20);
    expect(await refusalOf(deadline.within(new Promise(() => undefined)))).to.deep.equal(unavailable);
    expect(await refusalOf((async () => deadline.guard(() => undefined))())).to.deep.equal(unavailable);
  });
});
