import { expect } from 'chai';
import { judge, type Ratios } from '../../performance/smoke/guard.ts';

/** Judges with these further measurements of each case, and returns what was measured and whether it is slower. */
async function verdictOf(recorded: number, ...measurements: readonly number[]): Promise<[number, boolean]> {
  const [first = NaN, ...further] = measurements;
  const [verdict] = await judge({ getTask: recorded }, { getTask: first }, async () => further.shift() ?? NaN);
  return [verdict!.measured.length, verdict!.isSlower];
}

describe('the guard of the performance stage', () => {
  it('passes a case whose ratio is the recorded one, without measuring it again', async () => {
    expect(await verdictOf(0.8, 0.8)).to.deep.equal([1, false]);
  });

  it('passes a case that is a tenth slower at most', async () => {
    expect(await verdictOf(1, 0.9)).to.deep.equal([1, false]);
    expect(await verdictOf(1, 0.91)).to.deep.equal([1, false]);
  });

  it('fails a case that needs 20 % more processor time in every measurement', async () => {
    const slowed = 0.8 / 1.2;
    expect(await verdictOf(0.8, slowed, slowed * 1.02, slowed * 0.98)).to.deep.equal([3, true]);
  });

  it('passes a case that was slow for a moment', async () => {
    expect(await verdictOf(0.8, 0.5, 0.79)).to.deep.equal([2, false]);
    expect(await verdictOf(0.8, 0.5, 0.6, 0.8)).to.deep.equal([3, false]);
  });

  it('judges every case by its own record', async () => {
    const recorded: Ratios = { getTask: 2, list: 0.5 };
    const verdicts = await judge(recorded, { getTask: 1.2, list: 0.5 }, async () => 1.2);
    expect(verdicts.map(({ name, isSlower }) => [name, isSlower])).to.deep.equal([
      ['getTask', true],
      ['list', false],
    ]);
  });

  it('refuses a case without a record, and a record without a case', async () => {
    const judged = (recorded: Ratios, first: Ratios): Promise<string> =>
      judge(recorded, first, async () => 1).then(
        () => 'judged',
        (error: unknown) => (error as Error).message,
      );
    expect(await judged({}, { mix: 1 }))
      .to.include('mix')
      .and.to.include('RECORD=1');
    expect(await judged({ mix: 1 }, {})).to.include('mix');
  });
});
