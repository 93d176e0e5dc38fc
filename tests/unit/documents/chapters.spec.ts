import { expect } from 'chai';
import { joinChapters, withoutChapters } from '../../../src/documents/chapters.ts';
import { downgrade } from '../../../src/documents/downgrade.ts';
import { selectOperations } from '../../../src/documents/select-operations.ts';
import { documents } from '../../support/contract/document.ts';

const described = (description: unknown) => ({ openapi: '3.1.0', info: { title: 'Notes', description }, paths: {} });

describe('the chapters of a document', () => {
  it('follow the introduction, separated by empty lines', () => {
    const text = joinChapters('Notes.\n', ['# One\n\nText.\n', '# Two\n']);
    expect(text).to.equal('Notes.\n\n# One\n\nText.\n\n# Two');
    expect(joinChapters('Notes.', [])).to.equal('Notes.');
  });

  for (const [name, whole, introduction] of [
    ['all chapters', 'Notes.\n\n# One\n\n## Part\n\n# Two', 'Notes.'],
    ['only headings of the first level begin one', 'Notes.\n\n## Part\n\n# One', 'Notes.\n\n## Part'],
    ['a number sign in the text begins none', 'Notes #1.\n\n#2 is not a heading.', 'Notes #1.\n\n#2 is not a heading.'],
    ['a description that begins with a heading stays', '# One\n\nText.\n\n# Two', '# One\n\nText.\n\n# Two'],
    ['no description', undefined, undefined],
  ] as const) {
    it(`can be left out: ${name}`, () => {
      expect(withoutChapters(described(whole))['info']).to.deep.equal({ title: 'Notes', description: introduction });
    });
  }

  it('stay in OpenAPI 3.0.3, and are not a matter of tags', () => {
    const whole = { ...described('Notes.\n\n# One'), tags: [{ name: 'notes' }] };
    for (const one of [downgrade(whole), selectOperations(whole, { tags: ['notes'] })])
      expect(one).to.have.nested.property('info.description', whole.info.description);
  });

  it('of a reduced document are not changed in the document itself', () => {
    const whole = described('Notes.\n\n# One');
    withoutChapters(whole);
    expect(whole).to.deep.equal(described('Notes.\n\n# One'));
  });

  it('make the documents larger by 40 KB at most', () => {
    for (const document of Object.values(documents)) {
      const { description } = (document as unknown as { info: { description: string } }).info;
      expect(Buffer.byteLength(description)).to.be.within(500, 40_000);
    }
  });
});
