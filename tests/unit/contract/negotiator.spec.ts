import { expect } from 'chai';
import { Negotiator } from '../../../src/contract/negotiator.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { leastOfThree, processorTimeOf } from '../../support/least-of.ts';

const json = ['application/json'];
const negotiator = new Negotiator('v2', ['v1', 'v2']);

function offeredTo(accept: string | undefined, offers: readonly string[]): unknown {
  try {
    negotiator.choose(accept, offers);
    return 'accepted';
  } catch (error) {
    return error instanceof AppError ? error.params['offered'] : error;
  }
}

describe('Negotiator', () => {
  const accepted = [
    undefined,
    '',
    '*/*',
    'application/json',
    'Application/JSON',
    'application/*',
    'application/json; charset=utf-8',
    'text/html, application/json;q=0.1',
    'text/html, */*;q=0.8',
    'application/vnd.architect.v2+json',
    'application/vnd.architect.v1+json, application/vnd.architect.v2+json;q=0.5',
    'application/vnd.architect.v9+json, */*',
    'nonsense',
    'application/json;q=nonsense',
    'application/json;q=5',
    'application/json;q=-1',
    'application/json;q=0.0001',
    'application/vnd.architect.v2+json;q=5',
    'text/html, application/json ; charset="utf-8, or not" ; q=0.5',
    'application/json;profile="a;q=0"',
  ];
  for (const accept of accepted) {
    it(`accepts ${JSON.stringify(accept)}`, () => expect(offeredTo(accept, json)).to.equal('accepted'));
  }

  const refused = [
    'text/html',
    'text/*',
    'application/xml',
    'application/problem+json',
    'application/json;q=0',
    'application/json;q=0, */*',
    '*/*;q=0',
    'application/json;q=0.000',
    'text/plain;x=",application/json,"',
    'text/plain;x="\\",application/json"',
    'application/json;q=0.0, text/html',
    'text/html;q="1, application/json"',
    'application/vnd.architect.v1+json',
    'application/vnd.architect.v3+json',
  ];
  for (const accept of refused) {
    it(`refuses ${accept}, and lists what exists`, () =>
      expect(offeredTo(accept, json)).to.equal(
        'application/json, application/vnd.architect.v1+json, application/vnd.architect.v2+json',
      ));
  }

  it('offers what the operation returns', () => {
    expect(offeredTo('text/csv', ['text/csv', 'application/x-ndjson'])).to.equal('accepted');
    expect(offeredTo('application/json', ['text/csv', 'application/x-ndjson'])).to.equal(
      'text/csv, application/x-ndjson',
    );
  });
  it('has nothing to negotiate without content, but the version', () => {
    expect(offeredTo('text/html', [])).to.equal('accepted');
    expect(offeredTo('application/vnd.architect.v1+json', [])).to.include('v2+json');
  });
  it('chooses what is preferred, and of equals the first', () => {
    const offers = ['application/x-ndjson', 'text/csv'];
    const choices = [
      [undefined, 'application/x-ndjson'],
      ['*/*', 'application/x-ndjson'],
      ['nonsense', 'application/x-ndjson'],
      ['text/csv', 'text/csv'],
      ['text/*', 'text/csv'],
      ['text/csv, application/x-ndjson', 'application/x-ndjson'],
      ['application/x-ndjson;q=0.5, text/csv;q=0.9', 'text/csv'],
      ['application/x-ndjson;q=0, */*', 'text/csv'],
    ] as const;
    for (const [accept, chosen] of choices) expect(negotiator.choose(accept, offers), accept).to.equal(chosen);
    expect(negotiator.choose('*/*', [])).to.equal(undefined);
  });
  it('keeps what was asked last in memory, however many odd headers there are', async () => {
    const of = new Negotiator('v2', ['v1', 'v2']);
    const costOf = (accept: (index: number) => string): number =>
      processorTimeOf(() => {
        for (let index = 0; index < 20_000; index += 1) of.choose(accept(index), json);
      });
    const odd = (index: number): string => `application/json;q=0.5;x="${index}", text/html, image/*, text/csv;q=0.3`;
    // There are more odd headers than the memory holds, so none of them is there when they come again.
    const share = (): number => {
      const oddMs = costOf(odd);
      return costOf(() => odd(-1)) / oddMs;
    };
    expect(await leastOfThree(share, 0.5)).to.be.below(0.5);
  });
  it('returns the same from memory', () => {
    expect([1, 2].map(() => offeredTo('text/plain;q=0.3', json)).every((it) => it !== 'accepted')).to.equal(true);
  });
});
