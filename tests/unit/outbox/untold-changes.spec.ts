import { expect } from 'chai';
import type { OutboxRow } from '../../../src/outbox/job-specs.ts';
import { UntoldChanges } from '../../../src/outbox/untold-changes.ts';

const HOUR_MS = 3_600_000;

const rowOf = (by: string | undefined, tag: string, kind: OutboxRow['kind'] = 'event'): OutboxRow => {
  return {
    id: 1,
    kind,
    name: 'task.updated',
    payload: { by, tags: [tag] },
    options: null,
    attempts: 0,
  };
};

describe('changes that the relay tells the caches of', () => {
  const rows = [
    rowOf('this', 'task:own'),
    rowOf('other', 'task:other'),
    rowOf(undefined, 'task:older'),
    rowOf('this', 'user:own', 'tags'),
    rowOf('other', 'none', 'job'),
  ];
  const others = ['task:other', 'task:older'];
  const all = ['task:own', 'task:other', 'task:older', 'user:own'];
  let now: number;
  let untold: UntoldChanges;
  beforeEach(() => {
    now = 0;
    untold = new UntoldChanges({ processId: 'this', elapsed: () => now });
  });

  it('are those of other processes', () => {
    untold.note(true);
    expect(untold.tagsOf(rows)).to.deep.equal(others);
  });

  it('are those of this process too after a COMMIT whose response was lost, for an hour', () => {
    untold.note(false);
    untold.note(true);
    expect(untold.tagsOf(rows)).to.deep.equal(all);
    now = HOUR_MS - 1;
    expect(untold.tagsOf(rows)).to.deep.equal(all);
    now = HOUR_MS;
    expect(untold.tagsOf(rows)).to.deep.equal(others);
  });
});
