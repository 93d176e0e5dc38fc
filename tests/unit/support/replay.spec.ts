import { expect } from 'chai';
import { choose, differenceOf, isUnparseable, maskError, type Case } from '../../mock/replay.ts';
import type { RecordedExchange } from '../../support/contract/recorded.ts';

const problem = (code: string, more: object = {}): object => ({
  type: `/api/problems/${code}`,
  title: 'There is no such resource',
  status: 404,
  detail: 'The resource does not exist, or is not visible to the caller.',
  instance: '/api/v2/tasks/1',
  code,
  request_id: 'r',
  ...more,
});

function refusal(target: string, status: number, body: object): RecordedExchange {
  const text = JSON.stringify(body);
  const type = 'application/problem+json; charset=utf-8';
  return { method: 'GET', target, headers: {}, response: { status, version: 'v2', type, body: text } };
}

const absent = refusal('/api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300', 404, problem('not_found'));

describe('the replay of refusals', () => {
  it('takes each operation, status and code once, and asks for the cause where it is a state', () => {
    const cases = choose([absent, absent, { ...absent, response: { ...absent.response, status: 200 } }]);
    expect(cases.map(({ name, prefer }) => [name, prefer])).to.deep.equal([
      ['v2 getTask 404 not_found', 'code=404, example=not_found'],
    ]);
  });

  it('takes each kind of violation, and does not tell the mock what to find', () => {
    const violation = { in: 'query', parameter: 'limit', code: 'minimum', detail: '' };
    const invalid = refusal('/api/v2/tasks?limit=0', 400, problem('validation_failed', { errors: [violation] }));
    const cases = choose([invalid]);
    expect(cases.map(({ name }) => name)).to.deep.equal([
      'v2 listTasks 400 validation_failed',
      'v2 GET 400 query minimum',
    ]);
    expect(cases.map(({ prefer }) => prefer)).to.deep.equal([undefined, undefined]);
    expect(isUnparseable(cases[0]!.exchange)).to.equal(false);
  });

  it('takes the same exchange whatever the order of the records', () => {
    const violation = { in: 'query', parameter: 'limit', code: 'minimum', detail: '' };
    const problems = problem('validation_failed', { errors: [violation] });
    const records = ['limit=0', 'limit=-1', 'offset=0'].map((query) =>
      refusal(`/api/v2/tasks?${query}`, 400, problems),
    );
    const targets = (order: RecordedExchange[]): string[] => choose(order).map(({ exchange }) => exchange.target);
    expect(targets(records)).to.deep.equal(targets(records.toReversed()));
  });

  it('takes the same exchange where only headers differ', () => {
    const records = ['"a"', '"b"'].map((tag) => ({ ...absent, headers: { 'if-none-match': tag } }));
    const tags = (order: RecordedExchange[]): unknown[] => choose(order).map(({ exchange }) => exchange.headers);
    expect(tags(records)).to.deep.equal(tags(records.toReversed()));
  });

  for (const accept of ['application/json', 'text/csv, */*;q=0']) {
    it(`takes a caller who accepts only ${accept} after one who reads problems`, () => {
      const deaf = { ...absent, headers: { accept } };
      for (const reads of ['application/problem+json', 'application/json, */*;q=0.1', '*/*']) {
        const reader = { ...absent, headers: { accept: reads } };
        for (const order of [
          [deaf, reader],
          [reader, deaf],
        ])
          expect(choose(order).map(({ exchange }) => exchange.headers)).to.deep.equal([{ accept: reads }]);
      }
    });
  }

  it('takes an exchange for each known difference', () => {
    const concerns = ({ target }: RecordedExchange): boolean => target.endsWith('=2');
    const difference = { name: 'even', reason: 'is odd', concerns, explains: () => true };
    const other = { ...absent, target: `${absent.target}?a=2` };
    const cases = choose([absent, other], [difference]);
    expect(cases.find(({ name }) => name === 'v2 even')?.exchange.target).to.equal(other.target);
  });

  it('takes a body that Prism cannot parse only where there is no other', () => {
    const invalid = (code: string): RecordedExchange =>
      refusal('/api/v2/tasks', 400, problem('validation_failed', { errors: [{ in: 'body', code }] }));
    const [one] = choose([invalid('malformed_json'), invalid('type')]) as [Case];
    expect(isUnparseable(one.exchange)).to.equal(false);
    expect(isUnparseable((choose([invalid('malformed_json')]) as [Case])[0].exchange)).to.equal(true);
  });

  it('masks what differs from caller to caller, and no text that is not the catalogue’s', () => {
    const masked = maskError(JSON.stringify(problem('not_found')));
    expect(masked).to.include({ detail: '<detail>', instance: '<instance>', request_id: '<request_id>' });
    expect(maskError(JSON.stringify(problem('not_found', { detail: 'Gone' })))).to.include({ detail: 'Gone' });
    const forbidden = { code: 'forbidden', message: 'This needs the role owner.', details: [] };
    expect(maskError(JSON.stringify(forbidden))).to.deep.equal({ ...forbidden, message: '<detail>' });
  });

  it('finds another status, media type, or code', () => {
    const [one] = choose([absent]) as [Case];
    const heard = { status: 404, type: 'application/problem+json', text: JSON.stringify(problem('not_found')) };
    expect(differenceOf(one, heard)).to.equal(undefined);
    expect(differenceOf(one, { ...heard, status: 410 })).to.be.a('string');
    expect(differenceOf(one, { ...heard, type: 'application/json' })).to.be.a('string');
    expect(differenceOf(one, { ...heard, text: JSON.stringify(problem('forbidden')) })).to.be.a('string');
    expect(differenceOf(one, { status: 'silence', type: undefined, text: '' })).to.be.a('string');
  });
});
