import { expect } from 'chai';
import { openUpload } from '../../../../../src/modules/imports/formats/uploads.ts';
import type { ImportRecord } from '../../../../../src/modules/imports/imports.types.ts';

async function read(source: 'csv' | 'ndjson', text: string): Promise<ImportRecord[]> {
  const upload = await openUpload(source, Buffer.from(text));
  return Array.from({ length: upload.total }, (_, index) => upload.at(index));
}

async function taskOf(cells: Readonly<Record<string, string>>) {
  const lines = [Object.keys(cells), Object.values(cells)].map((row) => row.map((cell) => `"${cell}"`).join());
  const [record] = await read('csv', `${lines.join('\n')}\n`);
  if (record === undefined || !('task' in record)) throw new Error(JSON.stringify(record));
  return record.task;
}

/** By our word, separated by commas: what other trackers write for it, in any case and with any marks between. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: {
    todo:
      'todo,To Do,to-do,TODO, Open ,Opened,Reopened,New,Not started,Unstarted,Ready,Ready for Dev,Ready for Development,' +
      'Selected for Development,Planned,Pending,Up Next,Next Up,Incomplete,Needs Action',
    backlog: 'Backlog,Product Backlog,Icebox,Someday,Later,Triage,Inbox,Proposed,Deferred,Postponed',
    in_progress:
      'In Progress,in-progress,IN_PROGRESS,inprogress,🚧 In progress,Doing,Started,Active,WIP,Work in Progress,' +
      'In Development,In Dev,Ongoing,Underway,Implementing,Assigned,Working on it',
    in_review:
      'In Review,Review,Reviewing,Under Review,Code Review,Needs Review,Awaiting Review,Ready for Review,In Test,' +
      'In Testing,testing,In QA,QA,Ready for QA,Ready for Test,Ready for Testing,Verify,In Verification,Validation,' +
      'In Validation',
    done:
      'Done,DONE,done ✅,Closed,CLOSED,Close,Resolved,Complete,Completed,Finished,Fixed,Merged,Released,Shipped,Deployed,' +
      'Delivered,Verified,Accepted,Closed as completed',
    cancelled:
      "Cancelled,Canceled,Won't do,Won’t Do,Wont do,Will not do,Wont fix,WON'T FIX,Will not fix,Not planned," +
      'Closed as not planned,Duplicate,Invalid,Rejected,Declined,Abandoned,Obsolete,Dropped,Discarded,Cannot reproduce,' +
      "Can't reproduce,Works for me,Not a bug",
  },
  priority: {
    none: 'none,No priority,,Not set,Unset,Unprioritized,Undefined',
    low: 'Low,Lowest,Minor,Trivial,P3,P4,P5',
    medium: 'Medium,Med,Normal,Moderate,Default,P2',
    high: 'High,Major,Important,P1',
    urgent: 'Urgent,Highest,HIGHEST,Critical,Blocker,Immediate,ASAP,Emergency,Showstopper,P0',
  },
  type: {
    task:
      'Task,Sub-task,Subtask,Chore,Issue,Todo,To Do,Maintenance,Documentation,Docs,Support,Question,Spike,' +
      'Technical task,Technical debt',
    bug: 'Bug,BUG,Defect,Error,Fault,Failure,Incident,Regression,Crash,Problem',
    feature:
      'Feature,Feature request,New Feature,Enhancement,Improvement,Story,User Story,Epic,Request,Idea,Requirement,' +
      'Change request',
  },
};
const milestoneStates: Readonly<Record<string, string>> = {
  open: 'open,Opened,Active,Reopened,Planned,New',
  closed: 'closed,Close,Done,Complete,Completed,Released,Finished',
};

const times: readonly (readonly [text: string, created_at: string, due_on: string])[] = [
  ['2026-12-24', '2026-12-24T00:00:00.000Z', '2026-12-24'],
  ['2026-12-24T10:30:00Z', '2026-12-24T10:30:00.000Z', '2026-12-24'],
  ['2026-12-24t10:30:00z', '2026-12-24T10:30:00.000Z', '2026-12-24'],
  ['2026-12-24 10:30', '2026-12-24T10:30:00.000Z', '2026-12-24'],
  ['2026-12-24T10:30:00', '2026-12-24T10:30:00.000Z', '2026-12-24'],
  ['2026-12-24T10:30:00.123456Z', '2026-12-24T10:30:00.123Z', '2026-12-24'],
  ['2026-12-24T10:30:00+02:00', '2026-12-24T08:30:00.000Z', '2026-12-24'],
  ['2026-12-24 10:30:00 +0200', '2026-12-24T08:30:00.000Z', '2026-12-24'],
  ['2026-12-24T23:30:00-05', '2026-12-25T04:30:00.000Z', '2026-12-24'],
  ['2026-12-24 10:30:00 UTC', '2026-12-24T10:30:00.000Z', '2026-12-24'],
  [' 2026-12-24 ', '2026-12-24T00:00:00.000Z', '2026-12-24'],
  ['2026-12-24T23:59:59+23:59', '2026-12-24T00:00:59.000Z', '2026-12-24'],
  ['2028-02-29', '2028-02-29T00:00:00.000Z', '2028-02-29'],
  ['0099-01-01', '0099-01-01T00:00:00.000Z', '0099-01-01'],
];
const notDays = [
  '2026-02-30',
  '2027-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-10-00',
  '24.12.2026',
  '12/24/2026',
  'soon',
];
/** Their days are taken. */
const notMoments = [
  ...['2026-12-24T24:00:00Z', '2026-12-24T23:60:00Z', '2026-12-24T23:59:60Z', '2026-12-24T10:00:00+24:00'],
  ...['2026-12-24T10:00:00-24:00'],
];

describe('values of an import', () => {
  for (const [column, meanings] of Object.entries(words)) {
    for (const [meaning, texts] of Object.entries(meanings)) {
      it(`${column} ${meaning} may be called ${texts}`, async () => {
        for (const text of texts.split(',')) {
          const task = await taskOf({ title: 'a', [column]: text });
          expect(task, text).to.include({ [column]: meaning });
        }
      });
    }
  }

  for (const [meaning, texts] of Object.entries(milestoneStates)) {
    it(`the state ${meaning} of a milestone may be called ${texts}`, async () => {
      for (const state of texts.split(',')) {
        const [record] = await read('ndjson', JSON.stringify({ record: 'milestone', name: 'a', state }));
        expect(record && 'milestone' in record && record.milestone.state, state).to.equal(meaning);
      }
    });
  }

  for (const [text, created_at, due_on] of times) {
    it(`takes ${JSON.stringify(text)} for a time, and for a day`, async () => {
      expect(await taskOf({ title: 'a', created_at: text, due_on: text })).to.include({ created_at, due_on });
    });
  }

  for (const text of [...notDays, ...notMoments]) {
    it(`takes ${JSON.stringify(text)} for no time, and for a day only where there is one`, async () => {
      const [record] = await read('csv', `title,created_at,due_on\na,${text},${text}\n`);
      const reasons = record?.refusals.map(({ reason }) => reason);
      const due = notMoments.includes(text) ? [] : ['due_on is not a date'];
      expect(reasons).to.have.members([...due, 'created_at is not an RFC 3339 time']);
    });
  }

  it('may not contradict each other: what is open was neither closed nor completed', async () => {
    const at = '2026-12-24T10:30:00Z';
    const reasonsOf = async (fields: object): Promise<unknown> =>
      (await read('ndjson', JSON.stringify(fields)))[0]?.refusals.map(({ reason }) => reason);
    const milestone = { record: 'milestone', name: 'a', closed_at: at };
    expect(await reasonsOf({ ...milestone, state: 'closed' })).to.deep.equal([]);
    expect(await reasonsOf({ ...milestone, state: 'open' })).to.deep.equal([
      'closed_at belongs to milestones that are closed',
    ]);
    expect(await reasonsOf({ title: 'a', completed_at: at, status: 'done' })).to.deep.equal([]);
    expect(await reasonsOf({ title: 'a', completed_at: at, status: 'cancelled' })).to.deep.equal([
      'completed_at belongs to tasks that are done',
    ]);
  });

  for (const [source, head, line] of [
    ['ndjson', '', '{"title":"a"}\n'],
    ['csv', 'title\n', 'a\n'],
  ] as const) {
    it(`are read of 500,000 records, and not of those after them: ${source}`, async () => {
      const upload = await openUpload(source, Buffer.from(head + line.repeat(500_002)));
      expect(upload.total).to.equal(500_001);
      expect(upload.at(499_999).refusals).to.deep.equal([]);
      expect(upload.at(500_000).refusals[0]?.reason).to.match(/500000/);
    });
  }

  it('are all told about, each once, and counted once', async () => {
    const [record] = await read('csv', 'title,status,due_on,number\n\n,lost,soon,x\n');
    expect(record?.refusals).to.have.deep.members([
      { kind: 'tasks', record: '1', line: 3, reason: 'title is missing or not a text' },
      {
        kind: null,
        record: '1',
        line: 3,
        reason: 'status is not one of todo, backlog, in_progress, in_review, done, cancelled',
      },
      { kind: null, record: '1', line: 3, reason: 'number is not a positive integer' },
      { kind: null, record: '1', line: 3, reason: 'due_on is not a date' },
    ]);
    const [line] = await read('ndjson', '{"title":7,"status":7,"labels":7,"created_at":[],"number":"7"}');
    expect(line?.refusals.map(({ kind }) => kind)).to.deep.equal(['tasks', null, null, null, null]);
  });

  it('may be empty within quotes, in every column but the title', async () => {
    const columns = [
      'status',
      'due_on',
      'completed_at',
      'number',
      'type',
      'priority',
      'labels',
      'milestone',
      'assignee',
    ];
    const more = ['created_at', 'updated_at', 'author', 'source', 'source_kind', 'source_state', 'url', 'external_id'];
    const empty = Object.fromEntries([...columns, ...more].map((column) => [column, '']));
    const task = await taskOf({ title: 'a', ...empty });
    const plain = { due_on: null, completed_at: null, number: null, milestone_name: null, created_at: null };
    expect(task).to.deep.include({ ...plain, status: 'todo', priority: 'none', type: 'task', assignees: [] });
  });

  for (const [column, text] of [
    ['label', 'x'],
    ['tags', '"x,y"'],
    ['Labels', '"x, y"'],
  ] as const) {
    it(`are labels in the column ${column}`, async () => {
      const [record] = await read('csv', `title,${column}\na,${text}\n`);
      const names = record && 'labels' in record ? record.labels.map(({ name }) => name) : [];
      expect(names).to.deep.equal(text === 'x' ? ['x'] : ['x', 'y']);
    });
  }

  it('are a status in the column state, but where there is a column status', async () => {
    expect(await taskOf({ title: 'a', state: 'closed' })).to.include({ status: 'done' });
    expect(await taskOf({ title: 'a', state: 'closed', status: 'open' })).to.include({ status: 'todo' });
  });

  for (const [title, text] of [
    ['commas', 'title,labels,due_on\n"a;b",x,2026-01-01\n'],
    ['semicolons', 'title;labels;due_on\n"a;b";x;2026-01-01\n'],
    ['tabs', 'title\tlabels\tdue_on\na;b\tx\t2026-01-01\n'],
    ['what the first line says', 'sep=;\r\ntitle;labels;due_on\r\n"a;b";x;2026-01-01\r\n'],
    ['a byte order mark before', '\uFEFFtitle;labels;due_on\n"a;b";x;2026-01-01\n'],
    ['columns that spreadsheets add', 'title,labels,due_on,,\n"a;b",x,2026-01-01,,\n'],
    ['empty cells behind the last column', 'title,labels,due_on\n"a;b",x,2026-01-01,,,\n'],
    ['other spellings of the columns', ' Title ,LABELS,Due On\n"a;b",x,2026-01-01\n'],
  ] as const) {
    it(`are told apart by ${title}`, async () => {
      const upload = await openUpload('csv', Buffer.from(text));
      expect(upload.notes).to.deep.equal([]);
      const record = upload.at(0);
      expect('task' in record && [record.task.title, record.labels[0]?.name, record.task.due_on]).to.deep.equal([
        'a;b',
        'x',
        '2026-01-01',
      ]);
    });
  }

  it('of repeated columns of labels are joined', async () => {
    const text = 'title,labels,Labels,labels\nFix,backend,urgent,"security,backend"\nPay,,,x\n';
    const names = (await read('csv', text)).map(
      (record) => 'labels' in record && record.labels.map(({ name }) => name),
    );
    expect(names).to.deep.equal([['backend', 'urgent', 'security'], ['x']]);
  });

  it('of unknown columns are left out and named once', async () => {
    const upload = await openUpload('csv', Buffer.from('Sprint,title,depends_on,Sprint,\n1,a,2,3,\n1,b,2,3,\n'));
    const reason = 'unknown columns were left out: "Sprint", "depends_on"';
    expect(upload.notes).to.deep.equal([{ kind: null, record: 'header', line: 1, reason }]);
    expect([upload.at(0), upload.at(1)].flatMap(({ refusals }) => refusals)).to.deep.equal([]);
  });

  for (const [title, line, reason] of [
    ['a name twice', '{"title":"a","title":"b"}', 'it has the name "title" twice'],
    ['a name twice, once escaped', String.raw`{"title":"a","t\u0069tle":"b"}`, 'it has the name "title" twice'],
    ['a name twice, deep within', '{"title":"a","x":[{"y":{"z":1,"z":2}}]}', 'it has the name "z" twice'],
    [
      'a hundred levels',
      `{"title":"a","x":${'['.repeat(100)}${']'.repeat(100)}}`,
      'it is nested deeper than 64 levels',
    ],
    [
      'half a million levels',
      `{"x":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
      'it is nested deeper than 64 levels',
    ],
    ['as many objects', `${'{"x":'.repeat(150_000)}1${'}'.repeat(150_000)}`, 'it is nested deeper than 64 levels'],
    ['millions of characters', `{"title":"${'ā'.repeat(1_100_000)}"}`, 'the line has more than 2097152 bytes'],
    ['a long title', `{"title":"${'ā'.repeat(900_000)}"}`, 'title has more than 256 characters'],
  ] as const) {
    it(`are refused with their record: ${title}`, async () => {
      const [record, next] = await read('ndjson', `${line}\n{"title":"good"}\n`);
      expect(record?.refusals).to.deep.equal([{ kind: 'tasks', record: '1', line: 1, reason }]);
      expect(next !== undefined && 'task' in next && next.task.title).to.equal('good');
    });
  }

  it('may have a name several times in different objects, or within texts', async () => {
    const [record] = await read(
      'ndjson',
      String.raw`{"title":"a","x":{"title":1},"y":[{"z":1},{"z":2}],"w":"\"title\":","__proto__":{"title":2}}`,
    );
    expect(record?.refusals).to.deep.equal([
      {
        kind: null,
        record: '1',
        line: 1,
        reason: 'unknown fields were left out: "x", "y", "w", "__proto__"',
        isGeneral: true,
      },
    ]);
  });
});
