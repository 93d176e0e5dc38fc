import { expect } from 'chai';
import { findMissing, steps } from '../../sdk/flow-steps.ts';
import type { Exchange } from '../../sdk/recorder.ts';

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}
interface Received {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

function exchange(line: string, status: number, sent: Sent = {}, received: Received = {}): Exchange {
  const [method = '', target = ''] = line.split(' ');
  const { pathname, searchParams } = new URL(target, 'http://server');
  return {
    ...{ method, path: `/api/v2${pathname}`, query: searchParams, status },
    headers: { authorization: 'Bearer ak_1', ...sent.headers },
    body: sent.body === undefined ? '' : JSON.stringify(sent.body),
    responseHeaders: received.headers ?? {},
    responseBody: received.body === undefined ? '' : JSON.stringify(received.body),
  };
}

const first = { title: 'First', description: null, due_on: '2027-03-01' };
const keyed = { headers: { 'idempotency-key': 'k' }, body: first };
const list = 'GET /projects/p/tasks?limit=2&created_after=2026-11-29T10%3A00%3A00Z';
const ifMatch = { headers: { 'if-match': '"1"' }, body: { due_on: null } };

/** A run that shows every step. */
const whole: readonly Exchange[] = [
  exchange('POST /projects', 201, { body: { key: 'SDK1' } }),
  exchange('POST /projects/p/tasks', 201, keyed, { body: { id: '1' } }),
  exchange('POST /projects/p/tasks', 201, { body: {} }, { body: { id: '2' } }),
  exchange('POST /projects/p/tasks', 201, { body: {} }, { body: { id: '3' } }),
  exchange('POST /projects/p/tasks', 201, keyed, { headers: { 'idempotency-replayed': 'true' }, body: { id: '1' } }),
  exchange(list, 200, {}, { body: { page: { next_cursor: 'c' } } }),
  exchange(`${list}&cursor=c`, 200, {}, { body: { page: { next_cursor: null } } }),
  exchange('PATCH /tasks/1', 200, ifMatch, { body: { due_on: null } }),
  exchange('PATCH /tasks/1', 412, ifMatch, { body: { code: 'precondition_failed' } }),
  exchange('DELETE /tasks/1', 204),
  exchange('GET /tasks/1', 404, {}, { body: { code: 'not_found' } }),
  exchange('DELETE /projects/p', 204),
];
const output = steps.map(({ name }) => `ok ${name}`).join('\n');

describe('findMissing', () => {
  it('finds nothing in a run that shows every step', () => {
    expect(findMissing(output, whole)).to.deep.equal([]);
  });

  for (const { name } of steps) {
    it(`finds that a script did not report ${name}`, () => {
      expect(findMissing(output.replace(`ok ${name}`, ''), whole)).to.deep.equal([
        `the script did not print "ok ${name}"`,
      ]);
    });

    it(`finds that a script reported ${name} without any request`, () => {
      expect(findMissing(output, []).filter((line) => line.startsWith(`no request shows ${name}:`))).to.have.length(1);
    });
  }

  const faults: Readonly<Record<string, [string, (one: Exchange) => Exchange]>> = {
    'a request without the key': ['create', (one) => ({ ...one, headers: {} })],
    'a duplicate that makes another task': [
      'idempotency',
      (one) => ({ ...one, responseHeaders: {}, responseBody: one.responseBody.replace('"1"', '"4"') }),
    ],
    'a second page without the cursor': ['pages', (one) => ({ ...one, query: new URLSearchParams('limit=2') })],
    'an instant that is no RFC 3339 text': [
      'dates',
      (one) => ({ ...one, query: new URLSearchParams('limit=2&created_after=Sun') }),
    ],
    'a null that is left out': ['nulls', (one) => ({ ...one, body: '{}' })],
    'a stale version that is accepted': [
      'precondition',
      (one) => ({ ...one, status: one.status === 412 ? 200 : one.status }),
    ],
    'an absent task with another code': ['problem', (one) => ({ ...one, responseBody: '{"code":"gone"}' })],
    'a deletion that fails': ['delete', (one) => ({ ...one, status: one.method === 'DELETE' ? 500 : one.status })],
  };
  for (const [fault, [step, change]] of Object.entries(faults)) {
    it(`finds ${fault}`, () => {
      const missing = findMissing(output, whole.map(change));
      expect(missing.some((line) => line.startsWith(`no request shows ${step}:`))).to.equal(true);
    });
  }
});
