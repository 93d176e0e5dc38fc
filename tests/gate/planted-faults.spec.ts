import { expect } from 'chai';
import { documentedOperations, exampleReply, type DocumentedOperation } from '../support/contract/document.ts';
import { sampleRequest } from '../support/sample-request.ts';
import { startJudge, type GivenReply, type Judge, type SentRequest } from './judge.ts';
import { exampleIds } from '../mock/example-world.ts';

// The server's own validators take no part here: requests and replies go to the judge as they are.

const find = (id: string): DocumentedOperation =>
  documentedOperations.find((operation) => operation.version === 'v2' && operation.id === id)!;

function requestOf(id: string): SentRequest {
  const { method, target, headers, body } = sampleRequest(find(id), exampleIds);
  return { method, target, headers: { ...headers, authorization: 'Bearer token' }, body };
}

function replyOf(id: string, status: number): GivenReply {
  return { status, type: 'application/json', text: JSON.stringify(exampleReply(find(id), status)) };
}

/** Fields that replace those of the example; undefined takes one away. */
type Fields = Readonly<Record<string, unknown>>;

const edit = (text: string | undefined, fields: Fields): string =>
  JSON.stringify({ ...(JSON.parse(text ?? '{}') as object), ...fields });

const replyFaults: readonly (readonly [name: string, fields: Fields])[] = [
  ['a required field is missing', { title: undefined }],
  ['a nullable field is missing', { assignee_id: undefined }],
  ['a string is a number', { title: 5 }],
  ['an integer is text', { number: '42' }],
  ['an integer has a fraction', { version: 1.5 }],
  ['an integer is below its minimum', { number: 0 }],
  ['a value is not of the enum', { status: 'paused' }],
  ['a time is no time', { created_at: 'yesterday' }],
  ['a date is no date', { due_on: '2026-02-31' }],
  ['an id is no uuid', { id: '42' }],
  ['null where none may be', { title: null }],
  ['a text is too long', { title: 'x'.repeat(300) }],
  ['an array is an object', { label_ids: {} }],
];

const requestFaults: readonly (readonly [name: string, fields: Fields])[] = [
  ['a required field is missing', { title: undefined }],
  ['a string is a number', { title: 5 }],
  ['a value is not of the enum', { priority: 'whenever' }],
  ['a field is not known', { no_such_field: 1 }],
  ['an array holds what is no id', { label_ids: ['x'] }],
];

describe('express-openapi-validator catches planted faults', () => {
  let judge: Judge;

  before(async function () {
    this.timeout(60_000);
    judge = await startJudge('v2');
  });
  after(() => judge.stop());

  it('finds nothing where nothing is planted', async () => {
    const fine = { status: 200, reason: '' };
    expect(await judge.judgeReply(requestOf('getTask'), replyOf('getTask', 200))).to.deep.equal(fine);
    expect(await judge.judgeRequest(requestOf('createTask'))).to.deep.equal(fine);
  });

  for (const [name, fields] of replyFaults) {
    it(`reply: ${name}`, async () => {
      const reply = replyOf('getTask', 200);
      const verdict = await judge.judgeReply(requestOf('getTask'), { ...reply, text: edit(reply.text, fields) });
      expect(verdict.status).to.equal(500);
    });
  }

  it('reply: a status that is not declared', async () => {
    const verdict = await judge.judgeReply(requestOf('getTask'), { ...replyOf('getTask', 200), status: 218 });
    expect(verdict.status).to.equal(500);
  });

  it('reply: an error that is no problem document', async () => {
    const reply = { ...replyOf('getTask', 200), status: 404, type: 'application/problem+json' };
    expect((await judge.judgeReply(requestOf('getTask'), reply)).status).to.equal(500);
  });

  for (const [name, fields] of requestFaults) {
    it(`request: ${name}`, async () => {
      const sent = requestOf('createTask');
      const verdict = await judge.judgeRequest({ ...sent, body: edit(sent.body, fields) });
      expect(verdict.status).to.equal(400);
    });
  }

  // The one known difference: it picks the schema by the request's Accept and never looks at the reply's own type. The
  // engine does (contract_violations_total{part="content_type"}).
  it('does not see a reply of another media type', async () => {
    const reply = { ...replyOf('getTask', 200), type: 'application/hal+json' };
    expect((await judge.judgeReply(requestOf('getTask'), reply)).status).to.equal(200);
  });
});
