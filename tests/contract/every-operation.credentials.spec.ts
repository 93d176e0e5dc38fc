import { expect } from 'chai';
import { allScopes, createAccount, createKey, createMember, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { expectError, forEach, isUnsafe, scopesOf, secured } from '../support/every-operation.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, nowhere, type World } from '../support/world.ts';

describe('every operation: who is calling', () => {
  const app = useApp();
  let world: World;

  before(async () => {
    world = await createWorld(app);
  });

  describe('401 before anything of the request is looked at', () => {
    // Query and path are wrong as well: nobody without credentials learns that.
    const wrong = { query: 'no_such_parameter=1' };

    describe('without credentials', () => {
      forEach(secured, async (operation) => {
        const response = await send(app, sampleRequest(operation, world.ids), wrong);
        await expectError(response, 401, 'unauthenticated');
        expect(response.headers.get('www-authenticate')).to.match(/^Bearer /);
      });
    });

    describe('with a token that opens nothing', () => {
      forEach(secured, async (operation) => {
        for (const token of [`ak_${'x'.repeat(43)}`, `ses_${'x'.repeat(43)}`, 'garbage']) {
          const response = await send(app, sampleRequest(operation, world.ids), {
            ...wrong,
            headers: bearer({ token }),
          });
          await expectError(response, 401, 'unauthenticated');
          expect(response.headers.get('www-authenticate')).to.match(/error="invalid_token"/);
        }
      });
    });

    describe('with an expired key, or an expired session', () => {
      let key: { readonly token: string };
      let session: { readonly token: string; readonly session_id: string };

      before(async () => {
        const past = new Date(app.clock.now().getTime() - 1000);
        key = await createKey(app, world.owner, { expires_at: past });
        session = await createSession(app, world.owner);
        await app.query(`UPDATE sessions SET expires_at = $2 WHERE id = $1`, [session.session_id, past]);
      });

      forEach(secured, async (operation) => {
        const sample = sampleRequest(operation, world.ids);
        await expectError(await send(app, sample, { headers: bearer(key) }), 401, 'unauthenticated');
        await expectError(await send(app, sample, { headers: bearer(session) }), 401, 'unauthenticated');
        const cookie = `architect_session=${session.token}`;
        await expectError(await send(app, sample, { headers: { cookie } }), 401, 'unauthenticated');
      });
    });
  });

  describe('the scope of a key', () => {
    const scoped = secured.filter((operation) => scopesOf(operation).length > 0);

    describe('403 insufficient_scope with every scope but the one that is needed', () => {
      forEach(scoped, async (operation) => {
        const needed = scopesOf(operation);
        const key = await createKey(app, world.owner, { scopes: allScopes.filter((scope) => !needed.includes(scope)) });
        const response = await send(app, sampleRequest(operation, world.ids), { headers: bearer(key) });
        await expectError(response, 403, 'insufficient_scope');
        expect(response.headers.get('www-authenticate')).to.include(`scope="${needed.join(' ')}"`);
      });
    });

    describe('no other scope is needed', () => {
      forEach(scoped, async (operation) => {
        // Of their own: some operations are about everything that a user has.
        const owner = await createAccount(app, { is_operator: true });
        const key = await createKey(app, owner, { scopes: scopesOf(operation) });
        const ids = { ...nowhere, organization_id: owner.organization_id };
        const response = await send(app, sampleRequest(operation, ids), { headers: bearer(key) });
        const isForSessions = operation.written['x-problems']?.includes('session_required') === true;
        if (isForSessions) await expectError(response, 403, 'session_required');
        else expect(response.status, await response.text()).not.to.be.oneOf([401, 403]);
      });
    });
  });

  describe('403 csrf_failed with a cookie and no token, or the token of another session', () => {
    forEach(secured.filter(isUnsafe), async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      const { cookie } = world.session;
      await expectError(await send(app, sample, { headers: { cookie } }), 403, 'csrf_failed');
      const other = await createSession(app, world.owner);
      const headers = { cookie, 'x-csrf-token': other.csrf_token };
      await expectError(await send(app, sample, { headers }), 403, 'csrf_failed');
    });
  });

  describe('403 forbidden with a role that is too small', () => {
    let viewer: Account;
    let member: Account;

    before(async () => {
      viewer = await createMember(app, world.owner, 'viewer');
      member = await createMember(app, world.owner, 'member');
    });

    const above = (...roles: readonly string[]) => secured.filter(({ written }) => roles.includes(written['x-role']));

    describe('a viewer where a role is needed that may change something', () => {
      forEach(above('contributor', 'lead', 'member', 'admin', 'owner', 'operator'), async (operation) => {
        const response = await send(app, sampleRequest(operation, world.ids), { headers: bearer(viewer) });
        await expectError(response, 403, 'forbidden');
      });
    });

    describe('a member where a lead, an administrator or an operator is needed', () => {
      forEach(above('lead', 'admin', 'owner', 'operator'), async (operation) => {
        const response = await send(app, sampleRequest(operation, world.ids), { headers: bearer(member) });
        await expectError(response, 403, 'forbidden');
      });
    });
  });
});
