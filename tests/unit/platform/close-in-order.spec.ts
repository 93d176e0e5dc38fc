import { expect } from 'chai';
import { closeInOrder, type Part } from '../../../src/platform/close-in-order.ts';

describe('closeInOrder', () => {
  const closed: string[] = [];
  const troubles: (readonly [string, unknown])[] = [];
  const onTrouble = (name: string, error?: unknown): void => void troubles.push([name, error]);
  const good = (name: string): Part => ({ name, close: async () => closed.push(name) });
  beforeEach(() => {
    closed.length = 0;
    troubles.length = 0;
  });

  it('closes one after the other', async () => {
    let isFirstClosed = false;
    const slow: Part = {
      name: 'slow',
      close: async () => {
        await new Promise(setImmediate);
        isFirstClosed = true;
      },
    };
    const next: Part = { name: 'next', close: async () => expect(isFirstClosed).to.equal(true) };
    await closeInOrder([slow, next], { limitMs: 1000, onTrouble });
    expect(troubles).to.deep.equal([]);
  });

  it('closes the others where one fails or hangs, and names it', async () => {
    const failure = new Error('no');
    const parts: Part[] = [
      good('first'),
      { name: 'failing', close: () => Promise.reject(failure) },
      { name: 'hanging', close: () => new Promise(() => undefined) },
      good('last'),
    ];
    await closeInOrder(parts, { limitMs: 50, onTrouble });
    expect(closed).to.deep.equal(['first', 'last']);
    expect(troubles).to.deep.equal([
      ['failing', failure],
      ['hanging', undefined],
    ]);
  });
});
