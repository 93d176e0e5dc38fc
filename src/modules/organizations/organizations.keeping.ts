import type { OrganizationsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';

export const keptOrganizations = {
  getOrganization: { kind: 'resource', tagsOf: ({ id }) => [`organization:${id}`] },
  listOrganizations: {
    kind: 'user',
    // A part of the list also depends on organizations that are in another part.
    tagsOf: ({ data, page }, { actor, query }) =>
      page.has_more || query['cursor'] !== undefined
        ? undefined
        : [`member:${actor.user_id}`, ...data.map(({ id }) => `organization:${id}`)],
  },
  getMember: {
    kind: 'user',
    tagsOf: ({ organization_id, user_id }) => [
      ...[`member:${user_id}`, `user:${user_id}`, `organization:${organization_id}`],
    ],
  },
  listMembers: {
    kind: 'resource',
    // Members have their names and addresses in the list.
    tagsOf: (_body, { actor: { organization_id } }) => [
      ...[`member@${organization_id}`, `organization:${organization_id}`, 'user@any'],
    ],
  },
} satisfies KeepingRules<OrganizationsHandlers>;
