import { expect } from 'chai';
import {
  createAccount,
  createMember,
  createSession,
  type Account,
  type OrganizationRole,
} from '../support/accounts.ts';
import { useApp, type TestApp } from '../support/app.ts';
import type { DocumentedOperation } from '../support/contract/document.ts';
import { forEach, secured } from '../support/every-operation.ts';
import { createComment } from '../support/factories.ts';
import { prepare } from '../support/preparations.ts';
import { inviteElsewhere } from '../support/invitations.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { joinProject } from '../support/scene.ts';
import { createWorld, type World } from '../support/world.ts';

/** The smallest role in the organization that `x-role` lets in. */
const leastRoles = {
  user: 'viewer',
  viewer: 'viewer',
  contributor: 'member',
  lead: 'member',
  member: 'member',
  admin: 'admin',
  owner: 'owner',
  operator: 'viewer',
} as const;

function roleOf({ written }: DocumentedOperation): keyof typeof leastRoles {
  return written['x-role'] as keyof typeof leastRoles;
}

/** Somebody who may just do it, in the owner's organization; with resources of their own where only those are theirs to use. */
async function createActor(
  app: TestApp,
  { owner, ids }: World,
  operation: DocumentedOperation,
  least: OrganizationRole = leastRoles[roleOf(operation)],
): Promise<{ actor: Account; ids: World['ids'] }> {
  const role = roleOf(operation);
  const { organization_id } = owner;
  const actor =
    role === 'operator'
      ? await createAccount(app, { organization_id, role: 'viewer', is_operator: true })
      : await createMember(app, owner, least);
  const project = { id: ids['project_id']!, organization_id };
  if (role === 'lead' || (role === 'contributor' && least === 'viewer')) await joinProject(app, project, actor, role);
  const isWriting = leastRoles[role] !== 'viewer';
  const comment = isWriting ? await createComment(actor, { id: ids['task_id']! }) : undefined;
  const { token } = await inviteElsewhere(app, actor);
  const own = { api_key_id: actor.api_key_id, token, ...(comment && { comment_id: comment.id }) };
  // Everybody may leave.
  const self = operation.id === 'removeMember' ? { user_id: actor.user_id } : {};
  return { actor, ids: { ...ids, ...own, ...self } };
}

describe('every operation: the least role suffices, for the very example of the document', () => {
  const app = useApp();

  async function succeed(operation: DocumentedOperation, least?: OrganizationRole): Promise<Response> {
    const world = await createWorld(app);
    const { actor, ids } = await createActor(app, world, operation, least);
    const session = await createSession(app, actor);
    const isForSessions = operation.written['x-problems']?.includes('session_required') === true;
    const prepared = await prepare(app, operation, actor);
    const sample = unique(sampleRequest(operation, { ...ids, session_id: session.session_id, ...prepared }));
    const response = await send(app, sample, { headers: bearer(isForSessions ? session : actor) });
    expect(response.status, await response.clone().text()).to.be.within(200, 299);
    return response;
  }

  forEach(secured, async (operation) => {
    const response = await succeed(operation);
    const { 'x-rate-limit': rateClass } = operation.written;
    expect(response.headers.get('ratelimit-policy')).to.match(new RegExp(`^"${rateClass}";q=\\d+;w=60$`));
    expect(response.headers.get('ratelimit')).to.match(new RegExp(`^"${rateClass}";r=\\d+;t=\\d+$`));
  });

  describe('a role in the project suffices for a viewer of the organization', () => {
    const ofProjects = secured.filter((operation) => ['contributor', 'lead'].includes(roleOf(operation)));
    forEach(ofProjects, async (operation) => {
      await succeed(operation, 'viewer');
    });
  });
});
