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

  it('reads literals, templates and constants, up to the remedy', () => {
    const source =
      'const why = `is ${a}`; throw new ForeseenError(`port ${b} is taken: free it`); r.refuse("A", why, "");';
    expect(textsIn(source)).to.deep.equal(['port … is taken', 'is …']);
  });
});
