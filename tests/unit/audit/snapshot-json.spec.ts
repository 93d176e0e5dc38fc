import { expect } from 'chai';
import { toAuditJson } from '../../../src/audit/snapshot-json.ts';
import { MASK } from '../../../src/platform/secret-texts.ts';

describe('toAuditJson', () => {
  const parsed = (representation: object, type = 'task', more: readonly string[] = []): unknown =>
    JSON.parse(toAuditJson(representation, type, more) ?? 'null');

  it('returns null without a representation', () => {
    expect(toAuditJson(undefined, 'task')).to.equal(null);
  });

  it('keeps fields that are not sensitive', () => {
    const task = { title: 'A', labels: [{ name: 'bug' }], estimate: 1.5, due_on: null };
    expect(parsed(task, 'task')).to.deep.equal(task);
  });

  it('masks secrets at any depth, in objects and in lists', () => {
    const account = { password: 'x', nested: { token: { of: 'parts' } }, list: [{ secret: 'y', name: 'z' }] };
    expect(parsed(account)).to.deep.equal({
      password: MASK,
      nested: { token: MASK },
      list: [{ secret: MASK, name: 'z' }],
    });
  });

  it('does not mask an absent secret', () => {
    expect(parsed({ password: null })).to.deep.equal({ password: null });
  });

  it('masks fields that the caller names', () => {
    expect(parsed({ pin: '1234' }, 'user', ['pin'])).to.deep.equal({ pin: MASK });
  });
});
