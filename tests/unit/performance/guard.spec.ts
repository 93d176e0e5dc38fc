import { expect } from 'chai';
import { judge, standardFor, type Ratios } from '../../performance/smoke/guard.ts';

/** Judges with these further measurements of each case, and returns what was measured and whether it is slower. */
async function verdictOf(recorded: number, ...measurements: readonly number[]): Promise<[number, boolean]> {
  const [first = NaN, ...further] = measurements;
  const [verdict] = await judge(
    { recorded: { getTask: recorded }, share: 0.9 },
    { getTask: first },
    async () => further.shift() ?? NaN,
  );
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
    const verdicts = await judge({ recorded, share: 0.9 }, { getTask: 1.2, list: 0.5 }, async () => 1.2);
    expect(verdicts.map(({ name, isSlower }) => [name, isSlower])).to.deep.equal([
      ['getTask', true],
      ['list', false],
    ]);
  });

  it('refuses a case without a record, and a record without a case', async () => {
    const judged = (recorded: Ratios, first: Ratios): Promise<string> =>
      judge({ recorded, share: 0.9 }, first, async () => 1).then(
        () => 'judged',
        (error: unknown) => (error as Error).message,
      );
    expect(await judged({}, { mix: 1 }))
      .to.include('mix')
      .and.to.include('RECORD=1');
    expect(await judged({ mix: 1 }, {})).to.include('mix');
  });

  it('demands nine tenths of what was recorded on the same kind of machine', () => {
    const records = { 'A, 2 cores': { mix: 2 }, 'B, 8 cores': { mix: 1.5 } };
    expect(standardFor('A, 2 cores', records)).to.deep.equal({ recorded: { mix: 2 }, share: 0.9 });
  });

  it('demands two thirds of the lowest ratios elsewhere', () => {
    const records = { 'A, 2 cores': { mix: 2, list: 1 }, 'B, 8 cores': { mix: 1.5, list: 3 } };
    expect(standardFor('C, 4 cores', records)).to.deep.equal({ recorded: { mix: 1.5, list: 1 }, share: 2 / 3 });
  });

  it('refuses to judge without records', () => {
    expect(() => standardFor('A, 2 cores', {})).to.throw('RECORD=1');
  });
});
