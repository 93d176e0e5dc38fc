import { expect } from 'chai';
import { clientOperations } from '../../../generated/client.ts';
import { createArchitectWith, type Architect } from '../../../src/client/create-architect.ts';
import { ArchitectConnectionError, isProblem } from '../../../src/client/errors.ts';
import type { OperationId } from '../../../src/client/operations.ts';
import type { RetryOptions } from '../../../src/client/retry.ts';
import {
  connectionFailure,
  jsonResponse,
  problemResponse,
  scriptedFetch,
  type ScriptedFetch,
  type ScriptedOutcome,
} from '../../support/scripted-fetch.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const path = { project_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0200' };
const body = { title: 'Write' };
const created = () => jsonResponse({ id: '1' }, { status: 201 });

interface Setting extends ScriptedFetch {
  readonly client: Architect;
  /** The waits between the attempts, in milliseconds. */
  readonly waits: number[];
}

/** A client whose time passes at once, and whose chance is always one half. */
function setting(outcomes: readonly ScriptedOutcome[], retry?: RetryOptions | false): Setting {
  const scripted = scriptedFetch(...outcomes);
  const waits: number[] = [];
  const timing = {
    now: () => NOW,
    random: () => 0.5,
    wait: async (ms: number) => {
      waits.push(ms);
    },
  };
  const options = { baseUrl: 'http://server.test', apiKey: 'ak_1', fetch: scripted.fetch, retry };
  return { ...scripted, waits, client: createArchitectWith(options, timing) };
}

/** Calls any operation with what it requires. */
async function callAny(client: Architect, id: OperationId, extra: object = {}): Promise<unknown> {
  const { path: template, request } = clientOperations[id];
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'x']);
  const input = { path: Object.fromEntries(names) as object, ...(request.length > 0 && { body: {} }), ...extra };
  return await (client.call as (id: OperationId, input: object) => Promise<unknown>)(id, input);
}

const ids = Object.keys(clientOperations) as OperationId[];
const isKeyed = (id: OperationId) => (clientOperations[id].headers as readonly string[]).includes('idempotency-key');
const ofMethod = (method: string) => ids.filter((id) => clientOperations[id].method === method);

describe('retries of the client', () => {
  describe('a lost response', () => {
    const repeated = [...ofMethod('GET'), ...ofMethod('PUT'), ...ofMethod('DELETE'), ...ids.filter(isKeyed)];
    const once = ids.filter((id) => !repeated.includes(id));

    for (const id of repeated) {
      it(`of ${id} is repeated three times`, async () => {
        const failures = [1, 2, 3, 4].map(connectionFailure);
        const { client, sent } = setting(failures);
        expect(await thrownBy(callAny(client, id))).to.be.instanceOf(ArchitectConnectionError);
        expect(sent).to.have.length(4);
      });
    }

    for (const id of once) {
      it(`of ${id} is not repeated`, async () => {
        const { client, sent } = setting([connectionFailure()]);
        expect(await thrownBy(callAny(client, id))).to.be.instanceOf(ArchitectConnectionError);
        expect(sent).to.have.length(1);
      });
    }

    it('of a PUT with a precondition is not repeated', async () => {
      for (const extra of [{ ifMatch: '"1"' }, { ifNoneMatch: '*' }]) {
        const { client, sent } = setting([connectionFailure()]);
        await thrownBy(callAny(client, 'setProjectMember', extra));
        expect(sent).to.have.length(1);
      }
    });

    it('of a stream is not repeated', async () => {
      const { client, sent } = setting([connectionFailure()]);
      const stream = new Blob(['title\na\n']).stream();
      const input = { path, query: { source: 'csv' as const }, contentType: 'text/csv' as const, body: stream };
      expect(await thrownBy(client.call('createImport', input))).to.be.instanceOf(ArchitectConnectionError);
      expect(sent.map(({ body: text }) => text)).to.deep.equal(['title\na\n']);
    });

    it('is repeated when the body is cut', async () => {
      const cut = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{"id":'));
          controller.error(connectionFailure());
        },
      });
      const headers = { 'content-type': 'application/json' };
      const { client } = setting([new Response(cut, { headers }), created()]);
      expect((await client.call('createTask', { path, body })).data).to.deep.equal({ id: '1' });
    });
  });

  describe('a status', () => {
    const statuses = [
      [429, 'rate_limited'],
      [502, 'bad_gateway'],
      [503, 'overloaded'],
      [504, 'gateway_timeout'],
      [409, 'idempotency_in_progress'],
    ] as const;
    for (const [status, code] of statuses) {
      it(`${status} ${code} is repeated`, async () => {
        const { client, sent } = setting([problemResponse(status, code), created()]);
        await client.call('createTask', { path, body });
        expect(sent).to.have.length(2);
      });
    }

    const final = [
      [400, 'validation_failed'],
      [401, 'unauthenticated'],
      [403, 'forbidden'],
      [404, 'not_found'],
      [409, 'idempotency_key_reused'],
      [409, 'project_archived'],
      [412, 'precondition_failed'],
      [413, 'payload_too_large'],
      [500, 'internal_error'],
      [501, 'not_implemented'],
    ] as const;
    for (const [status, code] of final) {
      it(`${status} ${code} is not repeated`, async () => {
        const { client, sent } = setting([problemResponse(status, code)]);
        const error = await thrownBy(client.call('createTask', { path, body }));
        expect(isProblem(error, code)).to.equal(true);
        expect(sent).to.have.length(1);
      });
    }

    for (const [status, attempts] of [
      [429, 2],
      [503, 2],
      [502, 1],
      [504, 1],
    ] as const) {
      it(`${status} to a PATCH leads to ${attempts} attempts, because ${attempts === 2 ? 'nothing' : 'anything'} may have happened`, async () => {
        const { client, sent } = setting([problemResponse(status, 'overloaded'), jsonResponse({ id: '1' })]);
        const call = callAny(client, 'updateTask', { ifMatch: '"1"' });
        await call.catch(() => undefined);
        expect(sent).to.have.length(attempts);
      });
    }

    it('429 to a POST without a key is not repeated, also with a key that the operation does not take', async () => {
      for (const extra of [{}, { idempotencyKey: '1' }, { headers: { 'idempotency-key': '1' } }]) {
        const { client, sent } = setting([problemResponse(429, 'rate_limited')]);
        await thrownBy(callAny(client, 'logIn', extra));
        expect(sent).to.have.length(1);
      }
    });
  });

  describe('the wait', () => {
    const wait503 = (headers: Record<string, string> = {}) => problemResponse(503, 'overloaded', headers);

    it('is a random part of a bound that doubles up to 8 seconds', async () => {
      const outcomes = Array.from({ length: 7 }, () => wait503());
      const { client, waits } = setting([...outcomes, created()], { retriesMax: 7 });
      await client.call('createTask', { path, body });
      expect(waits).to.deep.equal([125, 250, 500, 1000, 2000, 4000, 4000]);
    });

    it('has the bounds of the caller', async () => {
      const { client, waits } = setting([wait503(), wait503(), created()], { delayMs: 1000, delayMsMax: 1500 });
      await client.call('createTask', { path, body });
      expect(waits).to.deep.equal([500, 750]);
    });

    for (const [name, headers, waited] of [
      ['seconds', { 'retry-after': '7' }, 7125],
      ['a date', { 'retry-after': 'Fri, 01 Jan 2027 00:00:09 GMT' }, 9125],
      [
        'a date, by the clock of the server',
        { 'retry-after': 'Fri, 01 Jan 2027 01:00:02 GMT', date: 'Fri, 01 Jan 2027 01:00:00 GMT' },
        2125,
      ],
      ['a date in the past', { 'retry-after': 'Thu, 31 Dec 2026 00:00:00 GMT' }, 125],
      ['a text without meaning', { 'retry-after': 'soon' }, 125],
    ] as const) {
      it(`comes after Retry-After as ${name}`, async () => {
        const { client, waits } = setting([wait503(headers), created()]);
        await client.call('createTask', { path, body });
        expect(waits).to.deep.equal([waited]);
      });
    }

    it('does not happen if Retry-After is longer than the caller accepts', async () => {
      const { client, waits } = setting([wait503({ 'retry-after': '61' })]);
      const error = await thrownBy(client.call('createTask', { path, body }));
      expect(error).to.deep.include({ status: 503, retryAfter: 61 });
      expect(waits).to.deep.equal([]);
    });

    for (const name of ['retriesMax', 'delayMs', 'delayMsMax', 'retryAfterMsMax']) {
      for (const value of [NaN, -1, '3' as unknown as number]) {
        it(`is refused with ${name}: ${value}`, () => {
          expect(() => setting([], { [name]: value })).to.throw(
            RangeError,
            `retry.${name} must be a number of 0 or more, not ${value}`,
          );
        });
      }
      it(`has its default with ${name}: undefined`, async () => {
        const { client, waits } = setting([wait503(), wait503(), wait503(), created()], { [name]: undefined });
        await client.call('createTask', { path, body });
        expect(waits).to.deep.equal([125, 250, 500]);
      });
    }

    it('is no random time at all with delayMs: 0, however often the request is repeated', async () => {
      const outcomes = Array.from({ length: 1100 }, () => wait503());
      const { client, waits } = setting([...outcomes, created()], { delayMs: 0, retriesMax: Infinity });
      await client.call('createTask', { path, body });
      expect(waits).to.have.length(1100);
      expect(waits.filter((ms) => ms !== 0)).to.deep.equal([]);
    });

    it('does not happen with retry: false', async () => {
      const { client, sent } = setting([wait503()], false);
      await thrownBy(client.call('createTask', { path, body }));
      expect(sent).to.have.length(1);
    });
  });

  describe('Idempotency-Key', () => {
    const keysOf = ({ sent }: Setting) => sent.map(({ request }) => request.headers.get('idempotency-key'));

    it('is the same for all attempts of a call, and another one for the next call', async () => {
      const set = setting([connectionFailure(), problemResponse(503, 'overloaded'), created(), created()]);
      await set.client.call('createTask', { path, body });
      await set.client.call('createTask', { path, body });
      const [first, second, third, next] = keysOf(set);
      expect(first).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect([second, third]).to.deep.equal([first, first]);
      expect(next).not.to.equal(first);
      expect(set.sent.map(({ body: text }) => text)).to.deep.equal(Array(4).fill('{"title":"Write"}'));
    });

    it('is that of the caller, if there is one', async () => {
      const set = setting([connectionFailure(), created()]);
      await set.client.call('createTask', { path, body, idempotencyKey: 'order-7' });
      expect(keysOf(set)).to.deep.equal(['order-7', 'order-7']);
    });

    for (const id of ids) {
      it(`is ${isKeyed(id) ? '' : 'not '}sent with ${id}`, async () => {
        const set = setting([problemResponse(404, 'not_found')]);
        await thrownBy(callAny(set.client, id));
        expect(keysOf(set)[0] !== null).to.equal(isKeyed(id));
      });
    }
  });
});
