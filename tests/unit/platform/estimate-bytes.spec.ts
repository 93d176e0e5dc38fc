import { expect } from 'chai';
import { estimateBytes } from '../../../src/platform/estimate-bytes.ts';

describe('estimateBytes', () => {
  it('counts the bytes of texts and buffers', () => {
    expect(estimateBytes('x'.repeat(1000))).to.be.within(1000, 1100);
    expect(estimateBytes('ä'.repeat(1000))).to.be.within(2000, 2100);
    expect(estimateBytes(Buffer.alloc(1000))).to.be.within(1000, 1100);
  });

  it('adds up what an object contains', () => {
    const task = { title: 'x'.repeat(500), labels: ['y'.repeat(300), 'z'.repeat(200)], version: 1, closed: null };
    expect(estimateBytes(task)).to.be.within(1000, 1400);
  });

  it('is infinite for what refers to itself', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(estimateBytes(loop)).to.equal(Infinity);
  });
});
