import { expect } from 'chai';
import { problemsFile } from '../../../../src/documents/generate/problems-file.ts';

describe('the catalogue of problems', () => {
  const texts = { title: 'Held', detail: 'Held by {user_id}.', meaning: 'a', when: 'b', remedy: 'c' };
  const problem = { status: 409, ...texts, params: { user_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0001' } };

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

  it('is refused if a placeholder has no value for the example, or a value no placeholder', () => {
    for (const params of [undefined, {}, { user_id: '', name: 'Ada' }, { user_id: null }]) {
      expect(() => problemsFile({ held: { ...problem, params } })).to.throw('held');
    }
    expect(() => problemsFile({ held: { ...problem, params: {} } })).to.throw('a value for user_id in params');
  });
});
