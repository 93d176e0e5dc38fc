import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation, type Version } from '../support/contract/document.ts';
import { nameOf } from '../support/every-operation.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';
import { startJudge, type Judge, type SentRequest } from './judge.ts';

/** A request of the suite, by what is wrong with it. */
interface Variant {
  readonly name: string;
  readonly change: (sent: SentRequest) => SentRequest;
}

const withHeader = (name: string, value: string) => (sent: SentRequest) => ({
  ...sent,
  headers: { ...sent.headers, [name]: value },
});
const withQuery = (query: string) => (sent: SentRequest) => ({
  ...sent,
  target: `${sent.target}${sent.target.includes('?') ? '&' : '?'}${query}`,
});
const withBody = (body: string) => (sent: SentRequest) => ({ ...sent, body });
const withoutCredential = ({ headers: { authorization: _, ...headers }, ...sent }: SentRequest) => ({
  ...sent,
  headers,
});

const always: readonly Variant[] = [{ name: 'as the examples say', change: (sent) => sent }];
const secured: readonly Variant[] = [{ name: 'without credential', change: withoutCredential }];
const readable: readonly Variant[] = [{ name: 'unknown query parameter', change: withQuery('no_such_parameter=1') }];
const paged: readonly Variant[] = [
  { name: 'limit too small', change: withQuery('limit=0') },
  { name: 'limit of the wrong type', change: withQuery('limit=many') },
];
const writable: readonly Variant[] = [
  { name: 'body of another type', change: withBody('[]') },
  { name: 'empty object', change: withBody('{"no_such_field":1}') },
  { name: 'another content type', change: withHeader('content-type', 'text/plain') },
];

function variantsOf({ written, bodies, parameters, replies }: DocumentedOperation): readonly Variant[] {
  return [
    ...always,
    ...((written.security ?? []).length > 0 ? secured : []),
    ...(replies['400'] === undefined ? [] : readable),
    ...(parameters.some(({ name }) => name === 'limit') ? paged : []),
    ...(Object.keys(bodies).length > 0 ? writable : []),
  ];
}

/** What of a request the contract decides: a 404 or 409 needs the state, which the judge does not have. */
const contractual = new Set([400, 401, 415]);

/** Whether the contract alone leads to that answer; a wrong password is the state's matter, too. */
const isContractual = (status: number, text: string): boolean =>
  contractual.has(status) && !text.includes('"code":"invalid_credentials"');

describe('express-openapi-validator judges every exchange as the server does', () => {
  const app = useApp();
  const judges: Partial<Record<Version, Judge>> = {};
  let world: World;
  let isSpent = false;

  before(async function () {
    this.timeout(60_000);
    judges.v1 = await startJudge('v1');
    judges.v2 = await startJudge('v2');
    world = await createWorld(app);
  });
  after(async () => {
    await Promise.all(Object.values(judges).map((judge) => judge.stop()));
  });

  for (const operation of documentedOperations) {
    for (const { name, change } of variantsOf(operation)) {
      it(`${nameOf(operation)}: ${name}`, async () => {
        if (isSpent) world = await createWorld(app);
        // These take away what the others need; refused, they change nothing.
        isSpent = change === always[0]!.change && /^(logOut|rotate|delete|revoke)/.test(operation.id);
        const { method, target, headers, body } = sampleRequest(operation, world.ids);
        const sent = change({ method, target, headers: { ...headers, ...bearer(world.session) }, body });
        const reply = await send(app, { ...sent, body: sent.body });
        const text = await reply.text();
        const type = reply.headers.get('content-type') ?? undefined;
        const judge = judges[operation.version]!;
        const verdict = await judge.judgeRequest(sent);
        const expected = isContractual(reply.status, text) ? reply.status : 200;
        expect(verdict.status, `${reply.status} ${text.slice(0, 300)}; ${verdict.reason}`).to.equal(expected);
        expect(await judge.judgeReply(sent, { status: reply.status, type, text })).to.deep.equal({
          status: 200,
          reason: '',
        });
      });
    }
  }
});
