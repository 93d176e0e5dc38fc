import { expect } from 'chai';
import type { EngineOptions } from '../../src/contract/options.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, exampleResponse, type DocumentedOperation } from '../support/contract/document.ts';
import { recordOf } from '../support/contract/recorded.ts';
import { exampleIds } from '../support/example-ids.ts';
import { bearer, sampleRequest } from '../support/sample-request.ts';
import { createComparer, type Comparer, type Comparison } from './compare.ts';

// A real server with disabled validators: it accepts every request and sends every response. Only the reference
// validator can find the planted faults.

const undeclared = 218;

/** Replaces the validators by functions that accept everything, declares one more status, and requires no headers. */
function enforceNothing(options: EngineOptions): EngineOptions {
  const byKey = Object.fromEntries(Object.keys(options.validators.byKey).map((key) => [key, () => true]));
  const operations = options.operations.map((row) => {
    const responses = Object.entries(row.responses).map(([status, { content }]) => [status, { headers: {}, content }]);
    const more = { [undeclared]: { headers: {}, content: { 'application/json': undefined } } };
    return { ...row, responses: { ...Object.fromEntries(responses), ...more } as typeof row.responses };
  });
  return { ...options, operations, validators: { ...options.validators, byKey } };
}

const find = (id: string): DocumentedOperation =>
  documentedOperations.find((operation) => operation.version === 'v2' && operation.id === id)!;

/** Fields that replace those of the example; undefined removes a field. */
type Fields = Readonly<Record<string, unknown>>;

const responseFaults: readonly (readonly [name: string, fields: Fields, status?: number])[] = [
  ['a required field is missing', { title: undefined }],
  ['a nullable field is missing', { assignee_id: undefined }],
  ['a string is a number', { title: 5 }],
  ['an integer is text', { number: '42' }],
  ['an integer has a fraction', { version: 1.5 }],
  ['an integer is below its minimum', { number: 0 }],
  ['a value is not in the enum', { status: 'paused' }],
  ['a time is malformed', { created_at: 'yesterday' }],
  ['a date does not exist', { due_on: '2026-02-31' }],
  ['an id is not a UUID', { id: '42' }],
  ['a field is null and must not be', { title: null }],
  ['a text is too long', { title: 'x'.repeat(300) }],
  ['an array is an object', { label_ids: {} }],
  ['a status is not declared', {}, undeclared],
  ['an error is not a problem document', {}, 404],
];

const requestFaults: readonly (readonly [name: string, fields: Fields])[] = [
  ['a required field is missing', { title: undefined }],
  ['a string is a number', { title: 5 }],
  ['a value is not in the enum', { priority: 'whenever' }],
  ['a field is unknown', { no_such_field: 1 }],
  ['an array contains a malformed id', { label_ids: ['x'] }],
];

describe('express-openapi-validator catches planted faults in the exchanges of a server that enforces nothing', () => {
  let planted: { readonly status: number; readonly fields: Fields } = { status: 200, fields: {} };
  const task = exampleResponse(find('getTask'), 200) as object;
  const app = useApp({
    // A kept response would hide the faults planted after it.
    settings: { CACHE_ENABLED: 'false' },
    app: {
      isWorking: false,
      engine: enforceNothing,
      handlers: {
        v2: {
          getTask: async () => ({ status: planted.status, body: { ...task, ...planted.fields } }),
          createTask: async () => ({ status: 201, body: task }),
        },
      },
    },
  });
  let account: Account;
  let comparer: Comparer;

  before(async () => {
    account = await createAccount(app);
    comparer = createComparer();
  });
  after(() => comparer.stop());

  /** Sends a request without the validation of checkedFetch, so that only the reference validator can find a fault. */
  async function exchange(id: string, fields: Fields = {}): Promise<{ status: number; comparison: Comparison }> {
    const { method, target, headers, body } = sampleRequest(find(id), exampleIds);
    const url = `${app.url}${target}`;
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify({ ...JSON.parse(body), ...fields }));
    const sent = { ...headers, ...bearer(account) };
    const response = await fetch(url, { method, headers: sent, ...(bytes === undefined ? {} : { body: bytes }) });
    const result = { status: response.status, headers: response.headers, text: await response.text() };
    const comparison = await comparer.compare(recordOf({ method, url, headers: sent, body: bytes }, result));
    return { status: response.status, comparison };
  }

  it('finds no fault without a planted one', async () => {
    planted = { status: 200, fields: {} };
    expect((await exchange('getTask')).comparison).to.deep.equal({ kind: 'agreed', key: 'v2 getTask' });
    expect((await exchange('createTask')).comparison).to.deep.equal({ kind: 'agreed', key: 'v2 createTask' });
  });

  for (const [name, fields, status = 200] of responseFaults) {
    it(`response: ${name}`, async () => {
      planted = { status, fields };
      const { status: outcome, comparison } = await exchange('getTask');
      expect(outcome, 'the server must send the response').to.equal(status);
      expect(comparison.kind).to.equal('differs');
      expect(comparison)
        .to.have.property('text')
        .that.matches(/the validator of the response: \S/);
    });
  }

  for (const [name, fields] of requestFaults) {
    it(`request: ${name}`, async () => {
      const { status, comparison } = await exchange('createTask', fields);
      expect(status, 'the server must accept the request').to.equal(201);
      expect(comparison.kind).to.equal('differs');
      expect(comparison)
        .to.have.property('text')
        .that.matches(/the validator of the request: 400 \S/);
    });
  }

  it('twenty faults are planted', () => {
    expect(responseFaults.length + requestFaults.length).to.equal(20);
  });
});
