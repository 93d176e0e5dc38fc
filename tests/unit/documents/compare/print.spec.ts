import { expect } from 'chai';
import type { Change } from '../../../../src/documents/compare/change.ts';
import type { Verdict } from '../../../../src/documents/compare/gate.ts';
import { jsonTextOf, linesOf, markdownOf } from '../../../../src/documents/compare/print.ts';

const names = [
  'ci\n# v2 passed\u001b[31m',
  '<img src=x onerror=alert(1)> & `code`',
  '::error::x',
  'a | [b](https://evil.example) \u202e "c" \\',
];
const change: Change = {
  ...{ weight: 'breaking', kind: 'parameter-removed', operations: ['listTasks'] },
  ...{ pointer: '/paths/~1a`|<b>\n', reason: '::warning::q\n<i> is no longer accepted' },
};
const keys = names.map((api_key_name, index) => ({ api_key_id: `${index}`, api_key_name, organization_id: 'o' }));
const verdict: Verdict = {
  ...{ name: 'v2', documents: [{}, {}], operations: undefined, least: '2.0.1', isPassed: false },
  ...{ released: '2.0.0\n::error::', current: '2.0.1', changes: [change], excused: [] },
  notes: ['not read: src/\u001b[2J<b>.ts'],
  faults: ['waiver a\nb | <c> matches no breaking change: remove it'],
  usage: new Map([[change, { scope: 'all organizations', keys }]]),
};
const controls = /[\p{Cc}\p{Cf}]/u;

describe('what the gate prints of outside texts', () => {
  it('is one line each, without control characters and commands of CI servers', () => {
    const lines = linesOf([verdict], { isComplete: true });
    for (const line of lines)
      expect(line)
        .not.to.match(controls)
        .and.not.to.match(/^\s*::/);
    expect(lines).to.include(String.raw`    \u003a:warning::q\u000a<i> is no longer accepted`);
  });

  it('has the names of keys in quotes', () => {
    const line = linesOf([verdict], { isComplete: false }).find((one) => one.includes('breaks 4 keys'));
    expect(line?.split('all organizations: ')[1]).to.equal(
      [
        String.raw`"ci\n# v2 passed\u001b[31m"`,
        '"<img src=x onerror=alert(1)> & `code`"',
        '"::error::x"',
        String.raw`"a | [b](https://evil.example) \u202e \"c\" \\"`,
      ].join(', '),
    );
  });

  it('is plain text in Markdown, and stays in its cell', () => {
    const text = markdownOf(verdict);
    for (const line of text.split('\n')) expect(line).not.to.match(controls);
    const withoutCode = text.replaceAll(/`#[^`]*`/g, '');
    expect(withoutCode).not.to.match(/<|(?<!\\)[`[\]]|&(?!amp;|lt;)/);
    const row = text.split('\n').find((line) => line.startsWith('| parameter-removed'));
    expect(row?.match(/(?<!\\)\|/g), row).to.have.length(5);
    expect(row).to.include('&lt;img src=x').and.include('&amp; \\`code\\`').and.include('\\[b\\](https');
    expect(text.split('\n').filter((line) => /^[#-]/.test(line))).to.have.length(3);
  });

  it('is JSON without control characters that is read as it was', () => {
    const text = jsonTextOf([verdict]);
    for (const line of text.split('\n')) expect(line).not.to.match(controls);
    const [{ changes, released }] = JSON.parse(text) as [{ changes: { breaks: unknown }[]; released: string }];
    expect(changes[0]?.breaks).to.deep.equal({ scope: 'all organizations', keys });
    expect(released).to.equal(verdict.released);
  });
});
