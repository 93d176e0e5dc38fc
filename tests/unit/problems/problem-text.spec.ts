import { expect } from 'chai';
import { problemDetail } from '../../../src/problems/problem-text.ts';

describe('the detail of a problem', () => {
  for (const [template, params, detail] of [
    ['It has {count} of {what}.', { count: 3, what: 'them' }, 'It has 3 of them.'],
    ['{a} and {a}', { a: 'x' }, 'x and x'],
    ['{list}', { list: ['one', 'two'] }, 'one, two'],
    ['{flag} {nothing}', { flag: true, nothing: null }, 'true null'],
    ['{absent} stays', {}, '{absent} stays'],
    ['{text}', { text: '{other}', other: 'x' }, '{other}'],
    ['{text}', { text: 'x'.repeat(200) }, 'x'.repeat(200)],
    ['{text}', { text: 'x'.repeat(201) }, `${'x'.repeat(200)}…`],
  ] as const) {
    it(`of ${template} with ${JSON.stringify(params).slice(0, 50)}`, () => {
      expect(problemDetail(template, params)).to.equal(detail);
    });
  }
});
