import { expect } from 'chai';
import { openArchive } from '../../../../../src/modules/imports/formats/archive-lines.ts';
import { writeArchive } from '../../../../../src/modules/imports/formats/archive-text.service.ts';
import { lastingIdOf } from '../../../../../src/modules/imports/formats/github-ids.ts';
import { PLAIN_COLOR } from '../../../../../src/modules/labels/index.ts';
import type { ImportRecord } from '../../../../../src/modules/imports/imports.types.ts';
import { cargoArchive, cargoIssue, cargoPull } from '../../../../support/cargo-archive.ts';

/** A node id in the new format: a MessagePack list of unsigned integers, of which the last is the number. */
const nodeId = (...packed: readonly number[]): string => `I_${Buffer.from(packed).toString('base64url')}`;
const oldId = (text: string): string => Buffer.from(text).toString('base64');

const ids: readonly (readonly [title: string, id: unknown, lasting: string | undefined])[] = [
  ['a number of one byte within the type', nodeId(0x92, 0x00, 0x7f), 'github:issue:127'],
  ['a number of one byte', nodeId(0x92, 0x00, 0xcc, 0x80), 'github:issue:128'],
  ['a number of two bytes', nodeId(0x93, 0x00, 0x01, 0xcd, 0x01, 0x00), 'github:issue:256'],
  [
    'a number of four bytes',
    nodeId(0x93, 0x00, 0xce, 0, 0, 0, 9, 0xce, 0x22, 0x1b, 0x9f, 0x81),
    'github:issue:572235649',
  ],
  ['a number that is cut off', nodeId(0x92, 0x00, 0xcd, 0x01), `github:issue:${nodeId(0x92, 0x00, 0xcd, 0x01)}`],
  ['bytes after the number', nodeId(0x91, 0x01, 0x02), `github:issue:${nodeId(0x91, 0x01, 0x02)}`],
  ['no list', nodeId(0x01), `github:issue:${nodeId(0x01)}`],
  ['the old format', oldId('05:Issue572238081'), 'github:issue:572238081'],
  ['another format', 'I_kwDO0001', 'github:issue:I_kwDO0001'],
  ['a number of its own', 572238081, 'github:issue:572238081'],
  ['zero', 0, undefined],
  ['a fraction', 1.5, undefined],
  ['an empty text', '', undefined],
  ['spaces', 'I 1', undefined],
  ['200 characters', 'x'.repeat(200), `github:issue:${'x'.repeat(200)}`],
  ['201 characters', 'x'.repeat(201), undefined],
  ['nothing', undefined, undefined],
];

describe('an id of a node', () => {
  for (const [title, id, lasting] of ids) {
    it(`with ${title}`, () => expect(lastingIdOf({ id }, 'issue')).to.equal(lasting));
  }
});

describe('a record of an archive', () => {
  async function read(archive: ReturnType<typeof cargoArchive>): Promise<ImportRecord[]> {
    const upload = await openArchive(await writeArchive(archive));
    return Array.from({ length: upload.total }, (_, index) => upload.at(index));
  }
  async function readIssue(overrides: Record<string, unknown>) {
    const [record] = await read({ ...cargoArchive(), labels: [], issues: [cargoIssue(overrides)] as never, pulls: [] });
    if (record === undefined || !('task' in record)) throw new Error(JSON.stringify(record));
    return record;
  }
  const reasons = ({ refusals }: ImportRecord): string[] => refusals.map(({ reason }) => reason);

  for (const [labels, type] of [
    [[], 'task'],
    [['bug'], 'bug'],
    [['enhancement'], 'feature'],
    [['enhancement', 'bug'], 'bug'],
    [['bugs', 'enhancements'], 'task'],
    [[{ name: 'enhancement' }], 'feature'],
  ] as const) {
    it(`is a ${type} with the labels ${JSON.stringify(labels)}`, async () => {
      expect((await readIssue({ labels })).task.type).to.equal(type);
    });
  }

  for (const [kind, state, status] of [
    ['issues', 'OPEN', 'todo'],
    ['issues', 'CLOSED', 'done'],
    ['pulls', 'OPEN', 'in_review'],
    ['pulls', 'CLOSED', 'cancelled'],
    ['pulls', 'MERGED', 'done'],
  ] as const) {
    it(`of ${kind} that is ${state} is ${status}, completed when it was closed if it is done`, async () => {
      const closedAt = '2026-03-04T10:00:00Z';
      const entry = kind === 'issues' ? cargoIssue({ state, closedAt }) : cargoPull({ state, closedAt });
      const [record] = await read({ ...cargoArchive(), labels: [], issues: [], pulls: [], [kind]: [entry] });
      const completed_at = status === 'done' ? '2026-03-04T10:00:00.000Z' : null;
      expect(record && 'task' in record && record.task).to.include({ status, completed_at });
    });
  }

  it('comes after the labels, and by number', async () => {
    const issues = [cargoIssue({ number: 12, id: 'a' }), cargoIssue({ number: 3, id: 'b' })];
    const records = await read(cargoArchive({ issues, pulls: [cargoPull({ number: 5 })] as never }));
    expect(records.map((record) => ('task' in record ? record.task.number : 'label'))).to.deep.equal([
      ...['label', 3, 5, 12],
    ]);
  });

  it('has a hundred labels, and a note of those after them', async () => {
    const named = (count: number): string[] => Array.from({ length: count }, (_, index) => `label ${index}`);
    const hundred = await readIssue({ labels: [...named(100), 'label 0'] });
    expect([hundred.labels.length, reasons(hundred)]).to.deep.equal([100, []]);
    const more = await readIssue({ labels: named(102) });
    expect([more.labels.length, reasons(more)]).to.deep.equal([
      100,
      ['it has more than 100 labels: "label 100" and those after it were left out'],
    ]);
  });

  it('has ten thousand comments and reviews in all, and a note of those after them', async () => {
    const createdAt = '2026-01-01T00:00:00Z';
    const comment = { author: 'a', createdAt, body: 'b' };
    const times = (count: number, value: object): object[] => Array.from({ length: count }, () => value);
    const review = (index: number) => ({
      ...comment,
      id: `r${index}`,
      state: 'COMMENTED',
      comments: times(2, comment),
    });
    for (const [comments, reviews, leftOut] of [
      [9997, 1, 0],
      [9998, 1, 1],
      [9999, 3, 4],
      [30_000, 1, 20_001],
    ] as const) {
      const pull = cargoPull({
        comments: times(comments, comment),
        reviews: Array.from({ length: reviews }, (_, index) => review(index)),
      });
      const [record] = await read({ ...cargoArchive(), labels: [], issues: [], pulls: [pull] as never });
      if (record === undefined || !('task' in record)) throw new Error(JSON.stringify(record));
      expect(record.comments).to.have.length(10_000);
      const note = `it has more than 10000 comments and reviews: ${leftOut} of them were left out`;
      expect(reasons(record)).to.deep.equal(leftOut === 0 ? [] : [note]);
    }
  });

  it('has a hundred assignees, and a note of those after them', async () => {
    const named = (count: number): string[] => Array.from({ length: count }, (_, index) => `person-${index}`);
    const hundred = await readIssue({ assignees: named(100) });
    expect([hundred.task.assignees.length, reasons(hundred)]).to.deep.equal([100, []]);
    const more = await readIssue({ assignees: named(101) });
    expect([more.task.assignees.length, reasons(more)]).to.deep.equal([
      100,
      ['it has more than 100 assignees: the others were left out'],
    ]);
  });

  for (const [url, kept] of [
    ['https://github.com/harbour/cargo/issues/7', true],
    [`https://example.com/${'x'.repeat(480)}`, true],
    [`https://example.com/${'x'.repeat(481)}`, false],
    ['http://github.com/harbour/cargo/issues/7', false],
    ['javascript:alert(1)', false],
    ['https://example.com/a b', false],
  ] as const) {
    it(`${kept ? 'keeps' : 'drops'} the URL ${url.slice(0, 45)} of ${url.length} characters`, async () => {
      const record = await readIssue({ url });
      expect(record.task.origin.url).to.equal(kept ? url : null);
      const note = 'url is not an https URL with at most 500 characters: it was left out';
      expect(reasons(record)).to.deep.equal(kept ? [] : [note]);
    });
  }

  for (const [color, result] of [
    ['D73A4A', '#d73a4a'],
    ['', PLAIN_COLOR],
    ['  ', PLAIN_COLOR],
    [null, PLAIN_COLOR],
    ['d73a4', 'color is not six hexadecimal digits'],
    ['#d73a4a', 'color has more than 6 characters'],
    [7, 'color is missing or not a text'],
  ] as const) {
    it(`is a label with the colour ${JSON.stringify(color)}`, async () => {
      const labels = [{ name: 'bug', color, description: null }] as never;
      const [record] = await read({ ...cargoArchive(), labels, issues: [], pulls: [] });
      if (record === undefined) throw new Error('there is no record');
      expect('label' in record ? [record.label.color] : reasons(record)).to.deep.equal([result]);
    });
  }

  it('counts each of its parts that is refused once, however many faults the part has', async () => {
    const comments = Array.from({ length: 3 }, () => ({ body: 7, createdAt: 'soon' }));
    const record = await readIssue({ comments });
    expect(record.refusals.map(({ kind }) => kind)).to.deep.equal([
      'comments',
      null,
      'comments',
      null,
      'comments',
      null,
    ]);
  });
});
