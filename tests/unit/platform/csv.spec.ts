import { expect } from 'chai';
import { csvLine, readCsv, readCsvList, type Cell, type CsvRow } from '../../../src/platform/csv.ts';

function writeAndRead(cells: readonly Cell[]): Promise<CsvRow[]> {
  return readCsv(Buffer.from(csvLine(cells)), 10);
}

// Each would break its row if it stood in it as it is.
const texts = [
  ...['a\nb', 'a\rb', 'a\r\nb', '\n', '\r', 'a\n', '\nb', '=1\n+2', "'\n", '\n=1'],
  ...['a,b', 'a"b', '"', '', ' a '],
];
const lists = [['bug', 'help wanted', 'a,b', ' c ', 'say "when"'], ['a\nb', 'c'], ['a\rb']];

describe('CSV', () => {
  for (const text of texts) {
    it(`reads ${JSON.stringify(text)} as it was written`, async () => {
      expect(await writeAndRead([text, 'next'])).to.deep.equal([{ cells: [text, 'next'] }]);
    });
  }

  it('quotes a line break of any kind, without which a text goes on as a row of its own', () => {
    expect(csvLine(['one\ntwo'])).to.equal('"one\ntwo"\r\n');
    expect(csvLine(['one\rtwo'])).to.equal('"one\rtwo"\r\n');
  });

  it('tells an empty cell from an empty text', async () => {
    expect(csvLine([null, '', null])).to.equal(',"",\r\n');
    expect(await writeAndRead([null, '', null])).to.deep.equal([{ cells: [null, '', null] }]);
  });

  for (const members of lists) {
    it(`reads the list ${JSON.stringify(members)} as it was written`, async () => {
      const [row] = await writeAndRead([members]);
      const [cell] = row !== undefined && 'cells' in row ? row.cells : [];
      expect(readCsvList(cell ?? '')).to.deep.equal(members);
    });
  }
});
