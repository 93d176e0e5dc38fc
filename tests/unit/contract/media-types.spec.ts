import { expect } from 'chai';
import { Negotiator, parseContentType } from '../../../src/contract/media-types.ts';
import { AppError } from '../../../src/problems/app-error.ts';

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
    'application/json;q=nonsense',
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
  it('returns the same from memory', () => {
    expect([1, 2].map(() => offeredTo('text/plain;q=0.3', json)).every((it) => it !== 'accepted')).to.equal(true);
  });
});

describe('parseContentType', () => {
  it('reads the media type and the charset', () => {
    expect(parseContentType('Text/Plain ; format=flowed; Charset="UTF-8"')).to.deep.equal({
      essence: 'text/plain',
      charset: 'utf-8',
    });
    expect(parseContentType('application/json')).to.deep.equal({ essence: 'application/json', charset: undefined });
    expect(parseContentType('')).to.deep.equal({ essence: '', charset: undefined });
  });
});
