import { expect } from 'chai';
import { jobSpecsOf, staleTagsOf } from '../../../src/outbox/job-specs.ts';
import type { OutboxRow } from '../../../src/outbox/job-specs.ts';

describe('jobSpecsOf', () => {
  let lastId = 0;
  const event = (name: string): OutboxRow => {
    const id = ++lastId;
    return { id, kind: 'event', name, payload: { id: `e${id}`, created_at: 'then' }, options: null, attempts: 0 };
  };
  const job = (payload: unknown, options: OutboxRow['options']): OutboxRow => {
    return { id: ++lastId, kind: 'job', name: 'mail.send', payload, options, attempts: 0 };
  };

  it('returns one delivery for each subscriber, with its events in order', () => {
    const rows = [event('project.created'), event('project.deleted'), event('project.created')];
    const specs = jobSpecsOf(rows, [
      { name: 'all', events: 'all' },
      { name: 'some', events: ['project.created'] },
    ]);
    expect(specs).to.deep.equal([
      { identifier: 'events.deliver:all', payload: rows.map((row) => row.payload) },
      { identifier: 'events.deliver:some', payload: [rows[0]?.payload, rows[2]?.payload] },
    ]);
  });

  it('keeps tags from subscribers, and returns them for caches', () => {
    const change = event('project.created');
    const tagged = { ...change, payload: { id: 'e1', created_at: 'then', tags: ['project:1'], by: 'another' } };
    const eventless: OutboxRow = { ...change, kind: 'tags', name: 'user.update', payload: { tags: ['user:1'] } };
    const own: OutboxRow = { ...eventless, payload: { tags: ['user:2'], by: 'this' } };
    const rows = [tagged, eventless, own, event('task.created'), job({ tags: ['of a job'] }, null)];
    const [delivery] = jobSpecsOf(rows, [{ name: 'some', events: ['project.created', 'user.update'] as never }]);
    expect(delivery?.payload).to.deep.equal([{ id: 'e1', created_at: 'then' }]);
    expect(staleTagsOf(rows, 'this')).to.deep.equal(['project:1', 'user:1']);
  });

  it('returns nothing for events without a subscriber', () => {
    expect(jobSpecsOf([event('project.created')], [{ name: 'some', events: ['task.created'] }])).to.be.empty;
  });

  it('passes the options of jobs on', () => {
    const options = { run_at: '2026-11-23T09:00:00.000Z', max_attempts: 3 };
    expect(jobSpecsOf([job({ a: 1 }, options)], [])).to.deep.equal([
      { identifier: 'mail.send', payload: { a: 1 }, ...options },
    ]);
  });

  it('keeps the last of several jobs with the same key, and all jobs without a key', () => {
    const rows = [job(1, { job_key: 'k' }), job(2, null), job(3, { job_key: 'k' }), job(4, null)];
    expect(jobSpecsOf(rows, []).map(({ payload }) => payload)).to.have.members([2, 3, 4]);
  });
});
