import { expect } from 'chai';
import type { Import } from '../../../../generated/v2/types.ts';
import { ImportTally } from '../../../../src/modules/imports/import-tally.policy.ts';

const nothing = () => ({ created: 0, unchanged: 0, refused: 0 });
const kinds = [
  ...['labels', 'milestones', 'tasks', 'issues', 'pull_requests', 'comments', 'reviews', 'review_comments'],
  'dependencies',
];
const counts = Object.fromEntries(kinds.map((kind) => [kind, nothing()])) as unknown as Import['counts'];
const at = (line: number) => ({ record: String(line), line });

describe('the tally of an import', () => {
  let tally: ImportTally;
  beforeEach(() => {
    tally = new ImportTally({ counts, refused: [] });
  });

  it('counts what is new, what is there and what is refused, by kind', () => {
    tally.count('tasks', true);
    tally.count('tasks', false);
    tally.count('labels', true, 3);
    tally.refuse({ kind: 'comments', ...at(1), reason: 'it is empty' });
    expect(tally.result()).to.deep.equal({
      counts: {
        ...counts,
        tasks: { created: 1, unchanged: 1, refused: 0 },
        labels: { created: 3, unchanged: 0, refused: 0 },
        comments: { created: 0, unchanged: 0, refused: 1 },
      },
      refused: [{ ...at(1), reason: 'it is empty' }],
    });
  });

  it('counts a record once, however many reasons there are', () => {
    tally.refuse({ kind: 'tasks', ...at(1), reason: 'one' });
    tally.refuse({ kind: null, ...at(1), reason: 'another' });
    expect(tally.result().counts.tasks.refused).to.equal(1);
    expect(tally.result().refused).to.have.length(2);
  });

  it('goes on from earlier steps, and leaves their result as it was', () => {
    tally.count('tasks', true);
    tally.note({ ...at(1), reason: 'one' });
    const earlier = tally.result();
    const next = new ImportTally(earlier);
    next.count('tasks', true);
    next.note({ ...at(2), reason: 'two' });
    expect(next.result().counts.tasks.created).to.equal(2);
    expect(next.result().refused).to.deep.equal([
      { ...at(1), reason: 'one' },
      { ...at(2), reason: 'two' },
    ]);
    expect(earlier.counts.tasks.created).to.equal(1);
    expect(earlier.refused).to.have.length(1);
    expect(tally.result()).to.deep.equal(earlier);
  });

  it('lists a thousand reasons, cut to a thousand characters, and counts on', () => {
    for (let line = 1; line <= 999; line++) tally.refuse({ kind: 'tasks', ...at(line), reason: 'x'.repeat(1001) });
    expect(tally.result().refused).to.have.length(999);
    for (let line = 1000; line <= 1005; line++) tally.refuse({ kind: 'tasks', ...at(line), reason: 'y' });
    const { refused, counts: counted } = tally.result();
    expect(refused).to.have.length(1000);
    expect(refused[0]?.reason).to.equal('x'.repeat(1000));
    expect(refused.at(-1)).to.deep.equal({ ...at(1000), reason: 'y' });
    expect(counted.tasks.refused).to.equal(1005);
  });

  it('says once what holds for many records', () => {
    for (const line of [1, 2, 3]) tally.noteOnce({ ...at(line), reason: 'z'.repeat(1001) });
    tally.noteOnce({ ...at(4), reason: 'something else' });
    expect(tally.result().refused.map(({ line }) => line)).to.deep.equal([1, 4]);
  });

  it('forgets what a record had counted and reported when it is undone', () => {
    tally.count('tasks', true);
    tally.note({ ...at(1), reason: 'one' });
    const before = tally.result();
    tally.count('labels', true);
    tally.note({ ...at(2), reason: 'two' });
    tally.reset(before);
    expect(tally.result()).to.deep.equal(before);
    tally.count('labels', true);
    expect(before.counts.labels.created).to.equal(0);
  });
});
