import { expect } from 'chai';
import { QueueDelay } from '../../../src/platform/queue-delay.ts';

function createQueue() {
  let nowMs = 0;
  const queue = new QueueDelay(() => nowMs);
  /** One of the queue is served each `intervalMs`, after it has waited. */
  const serve = (count: number, intervalMs: number, waitMs: number): void => {
    for (let index = 0; index < count; index += 1) {
      nowMs += intervalMs;
      queue.served(waitMs);
    }
  };
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { queue, serve, pass };
}

describe('the estimated wait in a queue', () => {
  it('is 0 before anything was served, and while nobody waits', () => {
    const { queue, serve } = createQueue();
    expect(queue.estimateMs(100)).to.equal(0);
    serve(100, 5, 20);
    expect(queue.estimateMs(0)).to.equal(0);
  });

  it('is the length of the queue times the interval at which it is served', () => {
    const { queue, serve } = createQueue();
    serve(200, 2, 30);
    expect(queue.estimateMs(50)).to.be.closeTo(100, 0.5);
  });

  it('does not take the pauses of an idle process for a slow service', () => {
    const { queue, serve } = createQueue();
    serve(200, 2, 30);
    serve(200, 1000, 0);
    serve(1, 0, 0);
    expect(queue.estimateMs(50)).to.be.closeTo(100, 0.5);
  });

  it('does not take the pause before a burst for a slow service', () => {
    const { queue, serve, pass } = createQueue();
    serve(200, 2, 30);
    pass(60_000);
    queue.estimateMs(0);
    pass(20);
    expect(queue.estimateMs(30)).to.be.closeTo(60, 0.1);
  });

  it('counts the wait of the first of a burst, not the pause before it', () => {
    const { queue, serve } = createQueue();
    serve(200, 2, 30);
    serve(1, 60_000, 10);
    expect(queue.estimateMs(50)).to.be.closeTo(100, 15);
  });

  it('hardly changes by one pause of the machine', () => {
    const { queue, serve } = createQueue();
    serve(200, 0.2, 4);
    serve(1, 30, 34);
    expect(queue.estimateMs(20)).to.be.below(25);
  });

  it('grows while nothing is served for longer than a pause', () => {
    const { queue, serve, pass } = createQueue();
    serve(200, 2, 30);
    pass(500);
    expect(queue.estimateMs(20)).to.be.closeTo(40, 0.1);
    pass(1500);
    expect(queue.estimateMs(20)).to.be.closeTo(1540, 0.1);
  });

  it('follows a change of the service', () => {
    const { queue, serve } = createQueue();
    serve(200, 2, 30);
    serve(150, 10, 100);
    expect(queue.estimateMs(10)).to.be.closeTo(100, 2);
  });
});
