import { expect } from 'chai';
import { csvLine, readCsvList, type Cell } from '../../../src/platform/csv.ts';
import { openCsvTable, type CsvRow } from '../../../src/platform/csv-table.ts';

async function writeAndRead(cells: readonly Cell[]): Promise<CsvRow> {
  const table = await openCsvTable(Buffer.from(`a,b,c\r\n${csvLine(cells)}`), 10);
  expect(table.total).to.equal(1);
  return table.row(0);
}

// Each would break its row if it stood in it as it is.
const texts = [
  ...['a\nb', 'a\rb', 'a\r\nb', '\n', '\r', 'a\n', '\nb', '=1\n+2', "'\n", '\n=1'],
  ...['a,b', 'a"b', '"', '', ' a '],
  // What follows a semicolon or a tab begins a cell where a spreadsheet separates by them.
  ...[';=1', 'a;=1', 'a;;=1', "a;'=1", "a;''=1", 'a;"=1', 'a\t@b', '\t=1', ';+1;-1', 'smile ;-)', 'a;b', "a;'b"],
];
const lists = [['bug', 'help wanted', 'a,b', ' c ', 'say "when"'], ['a\nb', 'c'], ['a\rb']];

describe('CSV', () => {
  for (const text of texts) {
    it(`reads ${JSON.stringify(text)} as it was written`, async () => {
      expect(await writeAndRead([text, 'next'])).to.deep.equal({ line: 2, cells: [text, 'next'] });
    });
  }

  it('writes no text that is a formula where spreadsheets separate cells by semicolons or tabs', () => {
    for (const text of [';=1+1', 'a;=1', 'a;"=1"', "a;'=1", 'a\t@b', '\t-1', 'a;\uff1d1']) {
      const cells = csvLine([text]).split(/[;\t]/);
      expect(
        cells.filter((cell) => /^"*[=+\-@\uff1d]/.test(cell)),
        text,
      ).to.deep.equal([]);
    }
  });

  const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  for (const sign of signs) {
    it(`guards and reads a text that begins with ${JSON.stringify(sign)}, at the beginning or behind a separator`, async () => {
      const inner = /[\t\r\n]/.test(sign) ? [] : [`a;${sign}1`, `a\t${sign}1`, `;"${sign}1`];
      for (const text of [`${sign}1`, `'${sign}1`, `''${sign}1`, sign, ...inner]) {
        const line = csvLine([text, 'next']);
        const cells = line.replaceAll('"', '').split(/[;\t]/);
        expect(cells[0]!.startsWith("'"), line).to.equal(!inner.includes(text));
        if (inner.includes(text)) expect(cells[1]!.startsWith("'"), line).to.equal(true);
        expect(await writeAndRead([text, 'next'])).to.deep.equal({ line: 2, cells: [text, 'next'] });
      }
    });
  }

  it('quotes a line break of any kind, without which a text goes on as a row of its own', () => {
    expect(csvLine(['one\ntwo'])).to.equal('"one\ntwo"\r\n');
    expect(csvLine(['one\rtwo'])).to.equal('"one\rtwo"\r\n');
  });

  for (const [row, fault] of [
    ['"a" b,c', 'text follows the closing quotation mark of a cell'],
    ['a "b" c,d', 'a quotation mark stands within a cell that is not quoted'],
    ['"a,b', 'a quotation mark is never closed; everything after it belongs to the cell'],
  ] as const) {
    it(`says of the row ${row} that ${fault}, and reads the next one`, async () => {
      const table = await openCsvTable(Buffer.from(`a,b\n${row}\nc,d\n`), 10);
      expect(table.row(0)).to.deep.equal({ line: 2, fault });
      expect(table.row(1)).to.deep.equal({ line: 3, cells: ['c', 'd'] });
    });
  }

  it('tells an empty cell from an empty text', async () => {
    expect(csvLine([null, '', null])).to.equal(',"",\r\n');
    expect(await writeAndRead([null, '', null])).to.deep.equal({ line: 2, cells: [null, '', null] });
  });

  for (const members of lists) {
    it(`reads the list ${JSON.stringify(members)} as it was written`, async () => {
      const row = await writeAndRead([members]);
      const [cell] = 'cells' in row ? row.cells : [];
      expect(readCsvList(cell ?? '')).to.deep.equal(members);
    });
  }
});
