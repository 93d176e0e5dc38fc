import { expect } from 'chai';
import { erasureOrder } from '../../../../src/modules/organizations/deletion/deletion.policy.ts';

const table = (name: string, ...referenced_by: string[]) => ({ name, referenced_by });

describe('the order in which the tables of an organization are emptied', () => {
  it('puts a table after all that refer to it, however far they are away', () => {
    const order = erasureOrder([table('a', 'b'), table('b', 'c'), table('c', 'd'), table('d'), table('e', 'a')]);
    expect(order).to.deep.equal(['d', 'c', 'b', 'a', 'e']);
  });

  it('begins with tasks and projects, where they are among them', () => {
    expect(erasureOrder([table('labels'), table('projects'), table('tasks')])).to.deep.equal([
      'tasks',
      'projects',
      'labels',
    ]);
    expect(erasureOrder([table('labels')])).to.deep.equal(['labels']);
  });

  it('leaves out tables of others, and ends where tables refer to each other', () => {
    expect(erasureOrder([table('a', 'elsewhere', 'b'), table('b', 'a')])).to.deep.equal(['b', 'a']);
  });
});
