import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../operation.ts';
import { isUuid } from '../request/formats.ts';
import { decodedSegment } from '../routing/normal-path.ts';
import type { Authentication } from './security.ts';

/** Stands in an actor for: in no organization. */
export const noOrganization = '';

const parameter = 'organization_id';
const header = 'x-organization-id';

/** Where an operation lets a request name the organization that it acts in. */
export interface OrganizationRule {
  /** Which of the path's parameters it is; -1 where none is. */
  readonly segment: number;
  readonly isInHeader: boolean;
  /** Whether a request can name one at all. */
  readonly isNamed: boolean;
}

export function organizationRuleOf({ path, parameters }: Operation): OrganizationRule {
  const segment = [...path.matchAll(/\{([^{}]+)\}/g)].findIndex(([, name]) => name === parameter);
  const isInHeader = parameters.some((it) => it.in === 'header' && it.name.toLowerCase() === header);
  return { segment, isInHeader, isNamed: segment !== -1 || isInHeader };
}

/**
 * The organization that a request names; undefined where it names none. It is the only one that the request can act in:
 * a text that is no id is nobody's organization, and never the caller's home.
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

/** Takes the organization from an actor who is in another one than the request names. */
export function onlyIn(organization_id: string, found: Authentication): Authentication {
  const { actor } = found;
  if (actor === undefined || actor.organization_id === organization_id) return found;
  return { ...found, actor: { ...actor, organization_id: noOrganization } };
}
