import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import type { GithubArchive } from '../../../../../generated/v2/types.ts';
import { openArchive } from '../../../../../src/modules/imports/formats/archive-lines.ts';
import { writeArchive } from '../../../../../src/modules/imports/formats/archive-text.service.ts';
import type { Upload } from '../../../../../src/modules/imports/imports.types.ts';
import { cargoArchive, cargoIssue } from '../../../../support/cargo-archive.ts';

const recordsOf = (upload: Upload) => Array.from({ length: upload.total }, (_, index) => upload.at(index));

const archives: readonly (readonly [string, GithubArchive])[] = [
  ['a small one', cargoArchive()],
  ['an empty one', { repo: 'a/b', labels: [], issues: [], pulls: [] }],
  [
    'one with texts of every kind',
    cargoArchive({ issues: [cargoIssue({ body: 'a\r\nb\u2028c"\\\u0000 \ud800 é😀' })] }),
  ],
  ['one whose records are none', { repo: 'a/b', labels: [7], issues: [null, 'x', []], pulls: [{}] } as never],
];

describe('an archive in lines', () => {
  for (const [title, archive] of archives) {
    it(`says the same as in one text, in which it was stored before: ${title}`, async () => {
      const lines = await openArchive(await writeArchive(archive));
      const text = await openArchive(Buffer.from(JSON.stringify(archive)));
      expect(recordsOf(lines)).to.deep.equal(recordsOf(text));
      const { labels, issues, pulls } = archive;
      expect(lines.total).to.equal(labels.length + issues.length + pulls.length);
    });
  }

  it('lets others have their turn while it is written and read', async () => {
    const issues = Array.from({ length: 20_000 }, (_, number) => cargoIssue({ number: number + 1, id: `I_${number}` }));
    let turns = 0;
    const over = new AbortController();
    const others = (async () => {
      while (!over.signal.aborted) {
        await setImmediate();
        turns += 1;
      }
    })();
    const content = await writeArchive(cargoArchive({ issues }));
    const written = turns;
    const { total } = await openArchive(content);
    over.abort();
    await others;
    expect(total).to.equal(20_002);
    // At one go there would be one.
    expect(written, 'turns while it was written').to.be.above(20);
    expect(turns - written, 'turns while it was read').to.be.above(20);
  });
});
