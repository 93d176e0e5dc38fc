import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { operatorSources, readErrorTexts, textsIn } from './error-texts.ts';

const troubleshooting = readFileSync(join(import.meta.dirname, '../../docs/TROUBLESHOOTING.md'), 'utf8');

describe('docs/TROUBLESHOOTING.md', () => {
  const texts = readErrorTexts(operatorSources());
  const [section = ''] = /^## A process does not start.*?(?=^## )/ms.exec(troubleshooting) ?? [];
  const listed = [...section.matchAll(/^\| `(?<text>[^`]+)` \|/gm)].map(({ groups }) => groups!['text']!);

  it('explains every error of a start and of a command', () => {
    expect(texts).to.include.members(['no PostgreSQL responds at … (…)', 'is a default or a guessable value']);
    expect(texts.filter((text) => !listed.includes(text))).to.deep.equal([]);
  });

  it('explains no error that does not exist', () => {
    expect(listed.filter((text) => !texts.includes(text))).to.deep.equal([]);
  });

  it('reads literals, templates, constants, sums, choices and lists of lines, up to the remedy', () => {
    for (const [source, expected] of [
      ['throw new ForeseenError("the port is taken: free it")', ['the port is taken']],
      ['throw new ForeseenError(`port ${b} is taken: free it`)', ['port … is taken']],
      ['const why = `is ${a}`; reader.refuse("A", why, "")', ['is …']],
      ['throw new ForeseenError(`a ${b} is ` + "missing: " + "restore it")', ['a … is missing']],
      ['throw new ForeseenError("it is " + why)', ['it is …']],
      ['throw new ForeseenError(isOld ? "is old" : (`is ${b}`))', ['is old', 'is …']],
      ['throw new ForeseenError([`${a} differs:`, ...rest].join("\\n"))', ['… differs']],
      ['throw new ForeseenError(`${name}: ${error}`)', []],
    ] as const)
      expect(textsIn(source), source).to.deep.equal(expected);
  });

  it('refuses a text that it cannot read', () => {
    for (const argument of ['describe(error)', 'error.message', 'unknown', '[...lines].join("")'])
      expect(() => textsIn(`throw new ForeseenError(${argument});`), argument).to.throw('cannot be read');
  });
});
