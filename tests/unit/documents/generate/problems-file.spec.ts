import { expect } from 'chai';
import { problemsFile } from '../../../../src/documents/generate/problems-file.ts';

describe('the catalogue of problems', () => {
  const problem = { status: 409, title: 'Held', detail: 'Held by {user_id}.', meaning: 'a', when: 'b', remedy: 'c' };

  it('becomes a factory for each code, with the placeholders of its detail as parameters', () => {
    expect(problemsFile({ held: problem })).to.include('held: (params: { readonly user_id: Text }');
  });

  for (const field of ['title', 'detail', 'meaning', 'when', 'remedy']) {
    it(`is refused where a code has no text for ${field}`, () => {
      for (const text of [undefined, ' ', 1]) {
        expect(() => problemsFile({ held: { ...problem, [field]: text } })).to.throw(`held needs a text for ${field}`);
      }
    });
  }

  it('is refused with a code that is not in snake_case, or without a status', () => {
    expect(() => problemsFile({ isHeld: problem })).to.throw('isHeld is not in snake_case');
    expect(() => problemsFile({ held: { ...problem, status: undefined } })).to.throw('held needs a status');
  });
});
