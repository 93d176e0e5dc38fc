import { expect } from 'chai';
import { newId } from '../../src/platform/ids.ts';
import { successes } from '../mock/corpus.ts';
import { createExampleWorld, userAgent } from '../mock/example-world.ts';
import { successOf } from '../mock/exchange.ts';
import { keyOf, requestFor } from '../mock/success-request.ts';
import { createAccount, createKey, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { bearer, send, type Sample } from '../support/sample-request.ts';
import { recordStatements, statementsOf } from '../support/statements.ts';
import { statementCounts } from './statement-counts.ts';

describe('statements per request: what each operation costs the database when it succeeds', () => {
  const app = useApp({});
  before(recordStatements);

  it('every operation has its count', () => {
    expect(Object.keys(statementCounts)).to.have.members(documentedOperations.map(keyOf));
  });

  forEach(documentedOperations, async (operation) => {
    const { world: options, about = {}, query } = successes[keyOf(operation)]!;
    const world = await createExampleWorld(app, options);
    const request = await requestFor(app, operation, { world, about });
    const filter = query?.replace(
      /\{(\w+)\}/g,
      (_whole, name: string) => ({ email: world.email, ...world.ids })[name]!,
    );
    const credentials = operation.written.security?.length === 0 ? {} : bearer(world.session);
    const id = newId();
    const headers = { ...credentials, 'user-agent': userAgent, 'x-request-id': id };
    const response = await send(app, request, { headers, ...(filter === undefined ? {} : { query: filter }) });
    expect(response.status, await response.text()).to.equal(successOf(operation).status);
    const statements = statementsOf(id).map(({ text }) => text.replaceAll(/\s+/g, ' ').slice(0, 120));
    expect(statements.length, statements.join('\n')).to.equal(statementCounts[keyOf(operation)]);
  });

  it('ending sessions and keys costs the same for one and for many of them', async () => {
    const costs: (readonly number[])[] = [];
    for (const count of [1, 12]) {
      const operator = await createAccount(app, { is_operator: true });
      const user = await createAccount(app);
      const session = await createSession(app, user);
      for (let made = 0; made < count; made += 1) await createSession(app, user);
      const revoked = { method: 'DELETE', target: '/api/v2/me/sessions', headers: bearer(session), body: undefined };
      const revoking = await costOf(revoked);
      for (let made = 0; made < count; made += 1) await createKey(app, user);
      const target = `/api/v2/users/${user.user_id}`;
      costs.push([revoking, await costOf({ ...revoked, target, headers: bearer(operator) })]);
    }
    expect(costs[1]).to.deep.equal(costs[0]);
  });

  async function costOf(request: Sample): Promise<number> {
    const id = newId();
    const response = await send(app, request, { headers: { 'x-request-id': id } });
    expect(response.status).to.equal(204);
    return statementsOf(id).length;
  }
});
