import { expect } from 'chai';
import { skipRule } from '../../gate/compare.ts';
import { excerptOf } from '../../gate/excerpt.ts';
import { expectationFor, isMet, place, type Expectation } from '../../gate/expectation.ts';
import { emptyFindings, failuresOf, mergeFindings } from '../../gate/findings.ts';
import { recordOf, type RecordedExchange } from '../../support/contract/recorded.ts';
import { exampleIds } from '../../support/example-ids.ts';

type GivenResponse = readonly [status: number, problem?: object | undefined, version?: string];

function exchange(
  method: string,
  target: string,
  [status, problem, version = 'v2']: GivenResponse,
  headers: RecordedExchange['headers'] = { authorization: 'Bearer x' },
): RecordedExchange {
  const body = problem === undefined ? '' : JSON.stringify(problem);
  return { method, target, headers, response: { status, version, type: 'application/json', body } };
}

const expected = (one: RecordedExchange): Expectation => expectationFor(place(one)!);

describe('gate: place()', () => {
  it('finds the operation by method and path', () => {
    expect(place(exchange('GET', '/api/v2/tasks?limit=1', [200]))?.operation?.id).to.equal('listTasks');
    expect(place(exchange('PUT', '/api/v2/tasks', [405]))?.operation).to.equal(undefined);
  });

  it('assigns a path without a version to the version of the response', () => {
    const placed = place(exchange('GET', '/api/tasks', [200, undefined, 'v1']))!;
    expect([placed.version, placed.path]).to.deep.equal(['v1', '/api/v1/tasks']);
  });

  it('skips pages, metrics and the documents', () => {
    for (const path of ['/metrics', '/api/docs/x.js', '/api/v2/openapi.json']) {
      const placed = place(exchange('GET', path, [200]));
      expect(placed?.operation, path).to.equal(undefined);
    }
    expect(place(exchange('GET', '/api/v2/openapi.json', [200]))).to.equal(undefined);
    expect(place(exchange('GET', '/metrics', [200]))).to.equal(undefined);
  });
});

describe('gate: expectation', () => {
  it('is the same status if the contract determines it', () => {
    expect(expected(exchange('PUT', '/api/v2/tasks', [405]))).to.deep.equal({ kind: 'equal', status: 405 });
    expect(expected(exchange('GET', '/api/v2/nothing', [404]))).to.deep.equal({ kind: 'equal', status: 404 });
    expect(expected(exchange('POST', '/api/v2/projects', [415]))).to.deep.equal({ kind: 'equal', status: 415 });
    const invalid = { code: 'validation_failed', errors: [{ in: 'query', parameter: 'limit' }] };
    expect(expected(exchange('GET', '/api/v2/tasks', [400, invalid]))).to.deep.equal({ kind: 'equal', status: 400 });
    const anonymous = exchange('GET', '/api/v2/tasks', [401, { code: 'unauthenticated' }], {});
    expect(expected(anonymous)).to.deep.equal({ kind: 'equal', status: 401 });
  });

  it('is a valid request if the state determines the status', () => {
    for (const status of [200, 304, 404, 409, 412]) {
      expect(expected(exchange('GET', '/api/v2/tasks', [status, { code: 'x' }])).kind, `${status}`).to.equal('valid');
    }
    const cursorWith = (code: string) => ({
      code: 'validation_failed',
      errors: [{ in: 'query', parameter: 'cursor', code }],
    });
    expect(expected(exchange('GET', '/api/v2/tasks', [400, cursorWith('invalid_cursor')])).kind).to.equal('valid');
    // The form of a cursor is part of the contract.
    expect(expected(exchange('GET', '/api/v2/tasks', [400, cursorWith('pattern')])).kind).to.equal('equal');
  });

  it('does not include the body if the server has not read it', () => {
    expect(expected(exchange('GET', '/api/v2/tasks', [429])).kind).to.equal('early');
    expect(expected(exchange('GET', '/api/v2/tasks', [401, { code: 'unauthenticated' }])).kind).to.equal('early');
    expect(expected(exchange('POST', '/api/v2/projects', [403, { code: 'csrf_failed' }])).kind).to.equal('early');
  });

  it('is compared with the status of the validator', () => {
    expect(isMet({ kind: 'equal', status: 400 }, { server: 400, validator: 200 })).to.equal(false);
    expect(isMet({ kind: 'valid' }, { server: 409, validator: 400 })).to.equal(false);
    expect(isMet({ kind: 'valid' }, { server: 409, validator: 200 })).to.equal(true);
    expect(isMet({ kind: 'early' }, { server: 429, validator: 400 })).to.equal(true);
    expect(isMet({ kind: 'early' }, { server: 429, validator: 405 })).to.equal(false);
  });
});

describe('gate: recorded exchanges', () => {
  const request = { method: 'POST', url: 'http://127.0.0.1:1/api/v2/projects?a=1', headers: {} };

  it('contain the bytes unchanged', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00]);
    const record = recordOf({ ...request, body: bytes }, { status: 400, headers: new Headers(), text: 'ü' });
    expect(record.target).to.equal('/api/v2/projects?a=1');
    expect(Buffer.from(record.body!, 'latin1')).to.deep.equal(bytes);
    expect(Buffer.from(record.response.body, 'latin1').toString()).to.equal('ü');
    expect(skipRule(record)).to.equal(undefined);
  });

  it('are skipped if the body is too large or was not sent', () => {
    const result = { status: 413, headers: new Headers(), text: '' };
    const large = recordOf({ ...request, body: Buffer.alloc(1024 * 1024 + 1) }, result);
    expect(skipRule(large)).to.equal('larger than a megabyte');
    const promised = recordOf({ ...request, headers: { 'content-length': '9' }, body: undefined }, result);
    expect(skipRule(promised)).to.equal('announces a body that was not sent');
  });
});

describe('gate: failures', () => {
  const about = { keys: ['v2 a', 'v2 b'], knownNames: ['HEAD'] };
  const seen = { operations: { 'v2 a': { compared: 2, differences: [] } }, known: { HEAD: 1 }, skipped: {} };

  it('include operations with different results, and operations without exchanges', () => {
    const bad = { ...emptyFindings(), operations: { 'v2 a': { compared: 1, differences: ['one', 'two'] } } };
    const failures = failuresOf(mergeFindings([seen, bad]), about, 1);
    expect(failures).to.have.length(2);
    expect(failures[0]).to.match(/^v2 b: no exchange/);
    expect(failures[1]).to.match(/^v2 a: 2 exchanges .*\none$/);
  });

  it('include known differences that no exchange shows', () => {
    expect(failuresOf({ ...seen, known: {} }, { ...about, keys: ['v2 a'] }).join()).to.match(/"HEAD"/);
    expect(failuresOf(seen, { ...about, keys: ['v2 a'] })).to.deep.equal([]);
  });
});

describe('gate: an excerpt of a document', () => {
  it('contains the paths of the tag, and every component that they refer to', () => {
    const { paths, components } = excerptOf('v2', 'labels');
    expect(Object.keys(paths)).to.include('/api/v2/labels/{label_id}');
    expect(Object.keys(paths)).not.to.include('/api/v2/tasks/{task_id}');
    const text = JSON.stringify({ paths, components });
    const references = [...text.matchAll(/"#\/components\/([^/"]+)\/([^/"]+)"/g)];
    expect(references.length).to.be.greaterThan(10);
    for (const [, kind, name] of references) expect(components[kind!], `${kind}/${name}`).to.have.property(name!);
    expect(Object.keys(components['schemas']!)).not.to.include('Import');
  });
});

describe('the ids of the examples', () => {
  it('are those in the examples, of single resources and of lists', () => {
    const world = '01939b7c-2f4e-7a10-8c55-0a1b2c3d';
    expect(exampleIds).to.include({ task_id: `${world}0300`, session_id: `${world}0a00`, user_id: `${world}0001` });
  });
});
