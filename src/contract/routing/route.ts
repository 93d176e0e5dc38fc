import type { Operation as DocumentOperation } from 'openapi-backend';
import type { AnyHandler, PathResolver } from '../options.ts';
import type { Operation } from '../operation.ts';
import type { DeprecationHeaders } from '../response/deprecation.ts';
import type { BodyRule } from '../request/body.ts';
import type { ConditionRule } from '../unit/conditions.ts';
import type { MemberOrder } from '../response/member-order.ts';
import type { CompiledRead } from '../response/kept-responses.ts';
import type { ResponseRules } from '../response/response-rules.ts';
import type { ParameterDecoder } from '../request/parameters.ts';
import type { OrganizationRule } from '../access/organization.ts';
import type { SecurityRule } from '../access/security.ts';

/**
 * One operation, ready to be served: openapi-backend's operation object and everything that can be prepared before the
 * first request.
 */
export interface Compiled {
  /** The operation's row in the generated table. */
  readonly row: Operation;
  readonly handler: AnyHandler | undefined;
  readonly decodeParameters: ParameterDecoder;
  readonly bodyRule: BodyRule | undefined;
  readonly responseRules: ResponseRules;
  /** `<status> <media type>` -> order of members, for JSON and records. */
  readonly memberOrders: ReadonlyMap<string, MemberOrder>;
  readonly securityRule: SecurityRule;
  readonly deprecation: DeprecationHeaders | undefined;
  /** The media types of its successful responses. */
  readonly offers: readonly string[];
  readonly organizationRule: OrganizationRule;
  /** The path parameters that accept another name than an id, with their indexes in the path. */
  readonly resolved: readonly ResolvedParameter[];
  readonly bodyMembers: ReadonlySet<string>;
  /** The names of the accepted request headers. */
  readonly requestHeaders: readonly string[];
  readonly isTemplated: boolean;
  /** Undefined if its responses are not kept. */
  readonly kept: CompiledRead | undefined;
  readonly conditions: ConditionRule;
  readonly isUnsafe: boolean;
}

interface ResolvedParameter {
  readonly name: string;
  readonly segment: number;
  readonly resolve: PathResolver;
}

export type Route = DocumentOperation & Compiled;
