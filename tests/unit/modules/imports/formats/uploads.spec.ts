import { expect } from 'chai';
import { openUpload } from '../../../../../src/modules/imports/formats/uploads.ts';
import { PLAIN_COLOR } from '../../../../../src/modules/labels/index.ts';
import type { ImportRecord } from '../../../../../src/modules/imports/imports.types.ts';

async function read(source: 'csv' | 'ndjson', text: string): Promise<ImportRecord[]> {
  const upload = await openUpload(source, Buffer.from(text));
  return Array.from({ length: upload.total }, (_, index) => upload.at(index));
}

const taskIn = (record: ImportRecord | undefined) =>
  record !== undefined && 'task' in record ? record.task : undefined;

describe('openUpload', () => {
  it('names each bad row of CSV with its number and the reason, and reads the others', async () => {
    const rows = [
      'title,status,due_on,created_at,completed_at,number,labels',
      ',todo,,,,,',
      'a,lost,,,,,',
      'b,todo,2026-02-30,,,,',
      'c,todo,,yesterday,,,',
      'd,todo,,,2026-11-01T00:00:00Z,,',
      'e,todo,,,,seven,',
      'f,todo,,,,,"""x"',
      'g,todo',
      'good,done,2026-12-24,0024-11-01T00:00:00+01:00,,3,',
      `${'h'.repeat(257)},todo,,,,,`,
      'i,todo,,0000-01-01T00:00:00Z,,,',
      'j,todo,,,,,"never closed',
    ];
    const records = await read('csv', rows.join('\r\n'));
    expect(records.flatMap(({ refusals }) => refusals.map(({ record, reason }) => ({ record, reason })))).to.deep.equal(
      [
        { record: '1', reason: 'title is missing or not a text' },
        { record: '2', reason: 'status is not one of todo, backlog, in_progress, in_review, done, cancelled' },
        { record: '3', reason: 'due_on is not a date' },
        { record: '4', reason: 'created_at is not an RFC 3339 time' },
        { record: '5', reason: 'completed_at belongs to tasks that are done' },
        { record: '6', reason: 'number is not a positive integer' },
        { record: '7', reason: 'labels is not a list of names with commas between them' },
        { record: '8', reason: 'it has 2 cells, and the header names 7 columns' },
        { record: '10', reason: 'title has more than 256 characters' },
        { record: '11', reason: 'created_at is before the year 1 or after the year 9999' },
        { record: '12', reason: 'a quotation mark is never closed; everything after it belongs to the cell' },
      ],
    );
    expect(taskIn(records[8])).to.deep.include({ number: 3, status: 'done', created_at: '0024-10-31T23:00:00.000Z' });
  });

  it('takes the guard against formulas off, once', async () => {
    const [first, second, third] = (await read('csv', "title\n'=1\n''=1\n'plain\n")).map(taskIn);
    expect([first?.title, second?.title, third?.title]).to.deep.equal(['=1', "'=1", "'plain"]);
  });

  it('names unknown fields of NDJSON, as it names unknown columns', async () => {
    const records = await read(
      'ndjson',
      '{"title":"a","depends_on":"b","sprint":3}\n{"title":"b","created_at":null}\n',
    );
    expect(
      records.map(({ refusals }) => refusals.map(({ reason, isGeneral }) => ({ reason, isGeneral }))),
    ).to.deep.equal([[{ reason: 'unknown fields were left out: "depends_on", "sprint"', isGeneral: true }], []]);
  });

  it('tells an empty text from none', async () => {
    const [none, empty] = (await read('csv', 'title,description\na,\nb,""\n')).map(taskIn);
    expect([none?.description, empty?.description]).to.deep.equal([null, '']);
  });

  it('gives records without an id one that says what is in them', async () => {
    const [first, same, other] = (await read('ndjson', '{"title":"a"}\n{"title":"a"}\n{"title":"b"}\n')).map(taskIn);
    expect(first?.origin.external_id).to.match(/^ndjson:[0-9a-f]{32}$/);
    expect(same?.origin.external_id).to.equal(first?.origin.external_id);
    expect(other?.origin.external_id).not.to.equal(first?.origin.external_id);
  });

  it('gives a label without a colour the plain one', async () => {
    const texts = ['', ',"color":null', ',"color":""', ',"color":" "'];
    const records = await read('ndjson', texts.map((text) => `{"record":"label","name":"a"${text}}\n`).join(''));
    expect(records.map((record) => 'label' in record && record.label.color)).to.deep.equal(
      texts.map(() => PLAIN_COLOR),
    );
  });

  it('says that an address was left out', async () => {
    const [task, comment] = await read(
      'ndjson',
      '{"title":"a","url":"ftp://a"}\n{"record":"comment","task":"1","body":"a","url":"http://a"}\n',
    );
    const note = 'url is not an https URL with at most 500 characters: it was left out';
    for (const record of [task, comment]) expect(record?.refusals.map(({ reason }) => reason)).to.deep.equal([note]);
  });
});
