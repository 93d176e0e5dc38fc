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

describe('the gate: where an exchange belongs', () => {
  it('finds the operation by method and path', () => {
    expect(place(exchange('GET', '/api/v2/tasks?limit=1', [200]))?.operation?.id).to.equal('listTasks');
    expect(place(exchange('PUT', '/api/v2/tasks', [405]))?.operation).to.equal(undefined);
  });

  it('takes a path without a version for the version that answered', () => {
    const placed = place(exchange('GET', '/api/tasks', [200, undefined, 'v1']))!;
    expect([placed.version, placed.path]).to.deep.equal(['v1', '/api/v1/tasks']);
  });

  it('leaves out pages, metrics and the documents', () => {
    for (const path of ['/metrics', '/api/docs/x.js', '/api/v2/openapi.json']) {
      const placed = place(exchange('GET', path, [200]));
      expect(placed?.operation, path).to.equal(undefined);
    }
    expect(place(exchange('GET', '/api/v2/openapi.json', [200]))).to.equal(undefined);
    expect(place(exchange('GET', '/metrics', [200]))).to.equal(undefined);
  });
});

describe('the gate: what the judge must say', () => {
  it('the same, where the contract decides', () => {
    expect(expected(exchange('PUT', '/api/v2/tasks', [405]))).to.deep.equal({ kind: 'equal', status: 405 });
    expect(expected(exchange('GET', '/api/v2/nothing', [404]))).to.deep.equal({ kind: 'equal', status: 404 });
    expect(expected(exchange('POST', '/api/v2/projects', [415]))).to.deep.equal({ kind: 'equal', status: 415 });
    const invalid = { code: 'validation_failed', errors: [{ in: 'query', parameter: 'limit' }] };
    expect(expected(exchange('GET', '/api/v2/tasks', [400, invalid]))).to.deep.equal({ kind: 'equal', status: 400 });
    const anonymous = exchange('GET', '/api/v2/tasks', [401, { code: 'unauthenticated' }], {});
    expect(expected(anonymous)).to.deep.equal({ kind: 'equal', status: 401 });
  });

  it('that the request is valid, where rows decide', () => {
    for (const status of [200, 304, 404, 409, 412]) {
      expect(expected(exchange('GET', '/api/v2/tasks', [status, { code: 'x' }])).kind, `${status}`).to.equal('valid');
    }
    const cursorWith = (code: string) => ({
      code: 'validation_failed',
      errors: [{ in: 'query', parameter: 'cursor', code }],
    });
    expect(expected(exchange('GET', '/api/v2/tasks', [400, cursorWith('invalid_cursor')])).kind).to.equal('valid');
    // Without even the form of one, which the document tells of.
    expect(expected(exchange('GET', '/api/v2/tasks', [400, cursorWith('pattern')])).kind).to.equal('equal');
  });

  it('nothing about the body, where the server had not read it', () => {
    expect(expected(exchange('GET', '/api/v2/tasks', [429])).kind).to.equal('early');
    expect(expected(exchange('GET', '/api/v2/tasks', [401, { code: 'unauthenticated' }])).kind).to.equal('early');
    expect(expected(exchange('POST', '/api/v2/projects', [403, { code: 'csrf_failed' }])).kind).to.equal('early');
  });

  it('is held against what it says', () => {
    expect(isMet({ kind: 'equal', status: 400 }, { given: 400, judged: 200 })).to.equal(false);
    expect(isMet({ kind: 'valid' }, { given: 409, judged: 400 })).to.equal(false);
    expect(isMet({ kind: 'valid' }, { given: 409, judged: 200 })).to.equal(true);
    expect(isMet({ kind: 'early' }, { given: 429, judged: 400 })).to.equal(true);
    expect(isMet({ kind: 'early' }, { given: 429, judged: 405 })).to.equal(false);
  });
});

describe('the gate: what is recorded', () => {
  const request = { method: 'POST', url: 'http://127.0.0.1:1/api/v2/projects?a=1', headers: {} };

  it('keeps bytes as they are, whatever they are', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00]);
    const record = recordOf({ ...request, body: bytes }, { status: 400, headers: new Headers(), text: 'ü' });
    expect(record.target).to.equal('/api/v2/projects?a=1');
    expect(Buffer.from(record.body!, 'latin1')).to.deep.equal(bytes);
    expect(Buffer.from(record.response.body, 'latin1').toString()).to.equal('ü');
    expect(skipRule(record)).to.equal(undefined);
  });

  it('says so where it could not keep all, and where there was nothing to keep', () => {
    const result = { status: 413, headers: new Headers(), text: '' };
    const large = recordOf({ ...request, body: Buffer.alloc(1024 * 1024 + 1) }, result);
    expect(skipRule(large)).to.equal('larger than a megabyte');
    const promised = recordOf({ ...request, headers: { 'content-length': '9' }, body: undefined }, result);
    expect(skipRule(promised)).to.equal('promises a body that never comes');
  });
});

describe('the gate: what comes of it', () => {
  const about = { keys: ['v2 a', 'v2 b'], knownNames: ['HEAD'] };
  const seen = { operations: { 'v2 a': { compared: 2, differences: [] } }, known: { HEAD: 1 }, skipped: {} };

  it('fails an operation that is judged otherwise, and one that nobody called', () => {
    const bad = { ...emptyFindings(), operations: { 'v2 a': { compared: 1, differences: ['one', 'two'] } } };
    const failures = failuresOf(mergeFindings([seen, bad]), about, 1);
    expect(failures).to.have.length(2);
    expect(failures[0]).to.match(/^v2 b: no exchange/);
    expect(failures[1]).to.match(/^v2 a: 2 exchanges .*\none$/);
  });

  it('fails a known difference that is gone', () => {
    expect(failuresOf({ ...seen, known: {} }, { ...about, keys: ['v2 a'] }).join()).to.match(/"HEAD"/);
    expect(failuresOf(seen, { ...about, keys: ['v2 a'] })).to.deep.equal([]);
  });
});

describe('the gate: an excerpt of a document', () => {
  it('has the paths of the tag, and every component that they lead to', () => {
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
  it('are those that the examples show, for what they get and for what they list', () => {
    const world = '01939b7c-2f4e-7a10-8c55-0a1b2c3d';
    expect(exampleIds).to.include({ task_id: `${world}0300`, session_id: `${world}0a00`, user_id: `${world}0001` });
  });
});
