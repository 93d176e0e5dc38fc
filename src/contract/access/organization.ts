import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../operation.ts';
import { isUuid } from '../request/formats.ts';
import { decodedSegment } from '../routing/normal-path.ts';
import type { Authentication } from './security.ts';

/** The organization id of an actor who acts in no organization. */
export const noOrganization = '';

const parameter = 'organization_id';
const header = 'x-organization-id';

/** How a request of an operation names the organization that it acts in. */
export interface OrganizationRule {
  /** The index of the path parameter that holds the organization; -1 if the path has none. */
  readonly segment: number;
  readonly isInHeader: boolean;
  /** Whether a request can name an organization at all. */
  readonly isNamed: boolean;
}

/**
 * Finds out, once per operation, how its requests name an organization: in the path, in X-Organization-Id, or not at
 * all.
 */
export function organizationRuleOf({ path, parameters }: Operation): OrganizationRule {
  const segment = [...path.matchAll(/\{([^{}]+)\}/g)].findIndex(([, name]) => name === parameter);
  const isInHeader = parameters.some((it) => it.in === 'header' && it.name.toLowerCase() === header);
  return { segment, isInHeader, isNamed: segment !== -1 || isInHeader };
}

/**
 * Returns the organization that a request names, or undefined if it names none. The request can act in this
 * organization only. A text that is not an id is returned as it is: it matches no organization, and the actor's home
 * organization is never used instead.
 */
export function organizationNamed(
  rule: OrganizationRule,
  segments: readonly string[],
  headers: IncomingHttpHeaders,
): string | undefined {
  const segment = segments[rule.segment];
  const named = segment === undefined ? (rule.isInHeader ? headers[header] : undefined) : decodedSegment(segment);
  if (named === undefined) return undefined;
  return typeof named === 'string' && isUuid(named) ? named.toLowerCase() : noOrganization;
}

/** Returns an actor without an organization if the request names another organization than the actor's. */
export function onlyIn(organization_id: string, found: Authentication): Authentication {
  const { actor } = found;
  if (actor === undefined || actor.organization_id === organization_id) return found;
  return { ...found, actor: { ...actor, organization_id: noOrganization } };
}
