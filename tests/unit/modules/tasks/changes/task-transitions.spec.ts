import { expect } from 'chai';
import { assertTransition, shortestWay } from '../../../../../src/modules/tasks/changes/task-transitions.policy.ts';

const statuses = ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'] as const;

describe('shortestWay', () => {
  it('leads from every status to every other by allowed steps only', () => {
    for (const from of statuses) {
      for (const to of statuses) {
        const way = shortestWay(from, to);
        expect(way.at(-1) ?? from).to.equal(to);
        let at: (typeof statuses)[number] = from;
        for (const next of way) {
          assertTransition(at, next);
          at = next;
        }
      }
    }
  });

  const ways = [
    ['todo', 'todo', []],
    ['backlog', 'done', ['todo', 'in_progress', 'done']],
    ['in_review', 'done', ['done']],
    ['done', 'cancelled', ['in_progress', 'cancelled']],
    ['cancelled', 'in_review', ['backlog', 'todo', 'in_progress', 'in_review']],
  ] as const;
  for (const [from, to, way] of ways) {
    it(`takes ${String(way.length)} steps from ${from} to ${to}`, () => {
      expect(shortestWay(from, to)).to.deep.equal(way);
    });
  }
});
