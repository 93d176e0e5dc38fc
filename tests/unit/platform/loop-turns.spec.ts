import { expect } from 'chai';
import { LoopTurns } from '../../../src/platform/loop-turns.ts';

/** An event loop in virtual time. */
function createLoop(turnMsMax = 25) {
  let nowMs = 0;
  let end: (() => void) | undefined;
  const turns = new LoopTurns({ turnMsMax, now: () => nowMs, atEnd: (callback) => (end = callback) });
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  /** Reads so many requests in one turn, of `workMs` each. @returns how many were late */
  const turn = (requests: number, workMs: number): number => {
    let late = 0;
    for (let index = 0; index < requests; index += 1) {
      if (turns.isLate()) late += 1;
      else pass(workMs);
    }
    end?.();
    end = undefined;
    return late;
  };
  return { turns, pass, turn };
}

describe('turns of the event loop', () => {
  it('are never too long where requests come one at a time, however long each takes', () => {
    const { turn } = createLoop();
    expect(Array.from({ length: 20 }, () => turn(1, 400))).to.deep.equal(Array.from({ length: 20 }, () => 0));
  });

  it('make no request late if a single one is long', () => {
    const { turn } = createLoop();
    expect([turn(500, 1), turn(20, 1), turn(500, 1), turn(20, 1)]).to.deep.equal([0, 0, 0, 0]);
  });

  it('make late what is read after the limit, once three in a row were too long', () => {
    const { turn } = createLoop();
    expect([1, 2, 3].map(() => turn(200, 0.5))).to.deep.equal([0, 0, 0]);
    // Requests 1 to 51 begin within 25 ms.
    expect(turn(200, 0.5)).to.equal(149);
  });

  it('make none of the first 32 late, however long the machine takes for them', () => {
    const { turn } = createLoop();
    expect(Array.from({ length: 10 }, () => turn(32, 20)).every((late) => late === 0)).to.equal(true);
    expect(turn(40, 20)).to.equal(8);
  });

  it('make none late any more after a short one', () => {
    const { turn } = createLoop();
    [1, 2, 3, 4, 5, 6].forEach(() => turn(100, 1));
    expect(turn(20, 1)).to.equal(0);
    expect(turn(100, 1)).to.equal(0);
  });

  it('are forgotten after a pause', () => {
    const { turns, turn, pass } = createLoop();
    [1, 2, 3].forEach(() => turn(100, 1));
    expect(turns.lastMs).to.equal(100);
    pass(1001);
    expect(turns.lastMs).to.equal(0);
    expect(turn(100, 1)).to.equal(0);
  });
});
