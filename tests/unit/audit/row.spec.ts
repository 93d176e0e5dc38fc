import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { GENESIS, hashAuditRow, type AuditFacts } from '../../../src/audit/row.ts';

const row: AuditFacts = {
  id: '0199d3a0-0000-7000-8000-000000000001',
  organization_id: '0199d3a0-0000-7000-8000-000000000002',
  actor_id: '0199d3a0-0000-7000-8000-000000000003',
  actor_type: 'user',
  credential_id: '0199d3a0-0000-7000-8000-000000000004',
  credential_type: 'session',
  action: 'task.update',
  resource_type: 'task',
  resource_id: '0199d3a0-0000-7000-8000-000000000005',
  project_id: '0199d3a0-0000-7000-8000-000000000006',
  before_text: '{"title": "Old"}',
  after_text: '{"title": "New"}',
  request_id: 'req-1',
  created_text: '2026-11-29T07:00:00.000Z',
};

describe('the hash of an audit row', () => {
  it('is that of the format architect.audit.v1, in which earlier releases have sealed rows', () => {
    const canonical = JSON.stringify([
      'architect.audit.v1',
      '7',
      '00'.repeat(32),
      ...Object.values<string | null>({ ...row }),
    ]);
    expect(hashAuditRow(row, 7, GENESIS)).to.deep.equal(createHash('sha256').update(canonical).digest());
  });

  it('depends on every field', () => {
    for (const name of Object.keys(row)) {
      const edited = { ...row, [name]: `${row[name as keyof AuditFacts]}x` };
      expect(hashAuditRow(edited, 7, GENESIS), name).to.not.deep.equal(hashAuditRow(row, 7, GENESIS));
    }
  });

  it('tells an absent value from an empty one', () => {
    const absent = { ...row, project_id: null };
    const empty = { ...row, project_id: '' };
    expect(hashAuditRow(absent, 7, GENESIS)).to.not.deep.equal(hashAuditRow(empty, 7, GENESIS));
  });

  it('depends on the place in the chain and on the row before', () => {
    const hash = hashAuditRow(row, 7, GENESIS);
    expect(hashAuditRow(row, 8, GENESIS)).to.not.deep.equal(hash);
    expect(hashAuditRow(row, 7, hash)).to.not.deep.equal(hash);
  });
});
