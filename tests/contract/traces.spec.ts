import { expect } from 'chai';
import { newId } from '../../src/platform/ids.ts';
import { successes } from '../mock/corpus.ts';
import { createExampleWorld, userAgent } from '../mock/example-world.ts';
import { keyOf, requestFor } from '../mock/success-request.ts';
import type { Project } from '../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../support/accounts.ts';
import { ended, importRecords, runImport } from '../support/archive.ts';
import { eventually } from '../support/eventually.ts';
import {
  addDependency,
  createComment,
  createImport,
  createLabel,
  createMilestone,
  createProject,
  createTask,
} from '../support/factories.ts';
import { wideRequests } from '../support/wide-requests.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { bearer, send } from '../support/sample-request.ts';
import { faultsOf, readTraces } from '../support/trace-rules.ts';

/** Operations that record something else than `x-audit` says in their example, and why. */
const others: Readonly<Record<string, string>> = {
  'v2 bulkTasks': 'each operation in it records what it is by itself',
  'v2 setProjectMember': 'the example sets the role that is there',
  'v2 resendVerification': 'the address is verified already',
  'v2 revokeMyOtherSessions': 'there are no others',
  'v2 requestPasswordReset': 'the record is written when the mail is sent',
};

describe('the traces of every operation', () => {
  const app = useApp({});

  forEach(
    documentedOperations.filter(({ method }) => method !== 'GET'),
    async (operation) => {
      const { world: options, about = {} } = successes[keyOf(operation)]!;
      const world = await createExampleWorld(app, options);
      const request = await requestFor(app, operation, { world, about });
      const isAuthenticated = operation.written.security?.length !== 0;
      const id = newId();
      const headers = {
        ...(isAuthenticated ? bearer(world.session) : {}),
        'user-agent': userAgent,
        'x-request-id': id,
      };
      const response = await send(app, request, { headers });
      expect(response.ok, await response.text()).to.equal(true);
      const { audit, events } = await readTraces(app);
      const own = audit.filter(({ request_id }) => request_id === id);
      const { 'x-audit': action, 'x-emits': emitted = [] } = operation.written;
      if (action === 'none') expect(own).to.deep.equal([]);
      else if (others[keyOf(operation)] === undefined)
        expect(own.filter((row) => row.action === action).length).to.equal(action === undefined ? 0 : 1);
      if (isAuthenticated) {
        const { user_id, session_id } = world.ids;
        for (const row of own) expect(row).to.include({ actor_id: user_id, credential_id: session_id });
      }
      const types = events.filter(({ request_id }) => request_id === id).map(({ type }) => type);
      expect(types.filter((type) => !emitted.includes(type))).to.deep.equal([]);
    },
  );

  describe('and of requests that concern more than the example', () => {
    const cast = {} as { owner: Account; member: Account; project: Project };
    before(async () => {
      cast.owner = await createAccount(app);
      cast.member = await createMember(app, cast.owner, 'member');
      cast.project = await createProject(cast.owner);
    });

    for (const title of Object.keys(wideRequests(cast)) as (keyof ReturnType<typeof wideRequests>)[]) {
      it(title, async () => {
        const { method, path, body } = await wideRequests(cast)[title]();
        const target = `/api/v2${path}`;
        const headers = { ...bearer(cast.owner), 'content-type': 'application/json' };
        const sample = { method, target, headers, body: body === undefined ? undefined : JSON.stringify(body) };
        expect((await send(app, sample)).ok).to.equal(true);
      });
    }

    it('requests of others about what the owner has made', async () => {
      const { v2 } = cast.member;
      const [one, other] = [await createTask(cast.owner, cast.project), await createTask(cast.owner, cast.project)];
      await addDependency({ v2 }, one, other);
      await createComment({ v2 }, one);
      await createTask({ v2 }, cast.project);
      await createLabel({ v2 }, cast.project);
      await createMilestone({ v2 }, cast.project);
      await createProject({ v2 });
      expect(await ended({ v2 }, await createImport({ v2 }, cast.project))).to.include({ status: 'completed' });
    });

    it('an import, and the unassignment of somebody who has left', async () => {
      await createTask(cast.owner, cast.project, { assignee_id: cast.member.user_id });
      await runImport(cast.owner, cast.project);
      const text = '{"title":"a","external_id":"1"}\n{"title":"b","external_id":"2","milestone":"Spring"}\n'.concat(
        '{"record":"dependency","task":"1","blocking_task":"2"}\n{"record":"comment","task":"1","body":"Yes."}\n',
      );
      await importRecords(cast.owner, cast.project, { source: 'ndjson', text });
      const path = { organization_id: cast.owner.organization_id, user_id: cast.member.user_id };
      await cast.owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', { params: { path } });
      await eventually(async () => {
        const rows = await app.query('SELECT FROM tasks WHERE assignee_id = $1', [cast.member.user_id]);
        expect(rows).to.have.length(0);
      });
    });
  });

  describe('all of them', () => {
    it('say of each change what was before, what is after, where it belongs and who has made it', async () => {
      const traces = await readTraces(app);
      expect(traces.audit.length).to.be.above(200);
      expect(faultsOf(traces)).to.deep.equal([]);
    });
  });
});
