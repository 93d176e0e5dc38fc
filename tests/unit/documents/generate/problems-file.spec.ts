import { expect } from 'chai';
import { problemsFile } from '../../../../src/documents/generate/problems-file.ts';

describe('the catalogue of problems', () => {
  const problem = { status: 409, title: 'Held', detail: 'Held by {user_id}.', meaning: 'a', when: 'b', remedy: 'c' };

  it('becomes one factory per code, whose parameters are the placeholders of detail', () => {
    expect(problemsFile({ held: problem })).to.include('held: (params: { readonly user_id: Text }');
  });

  for (const field of ['title', 'detail', 'meaning', 'when', 'remedy']) {
    it(`is refused if a code has no text for ${field}`, () => {
      for (const text of [undefined, ' ', 1]) {
        expect(() => problemsFile({ held: { ...problem, [field]: text } })).to.throw(
          `held must have a text for ${field}`,
        );
      }
    });
  }

  it('is refused with a code that is not in snake_case, or without a status', () => {
    expect(() => problemsFile({ isHeld: problem })).to.throw('isHeld must be in snake_case');
    expect(() => problemsFile({ held: { ...problem, status: undefined } })).to.throw('held must have a status');
  });
});
