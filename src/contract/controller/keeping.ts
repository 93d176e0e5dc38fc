import type { Actor } from '../../platform/unit.ts';

/** What responses are about, which decides how long they are kept at most (CACHE_USER_TTL_SECONDS and so on). */
export const keptKinds = ['user', 'project', 'resource', 'analytics'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** The request that a kept response was made for. */
export interface KeptCall {
  readonly actor: Actor;
  /** The path parameters; other names than ids are resolved. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Says that the responses of a read are kept, and for how long at most. Whether a caller may read is part of what a
 * response depends on, if it is decided by more than the caller's role in the organization.
 */
export interface KeepingRule<Body = unknown> {
  readonly kind: KeptKind;
  /**
   * Whether the response shows counts that change all the time, and may be as old as its kind allows. `tagsOf` then
   * returns the tags of what decides who may see it.
   */
  readonly isTimed?: boolean;
  /** Whether what the operation declares as records is an array, so that it can be kept. */
  readonly hasWholeRecords?: boolean;
  /**
   * Returns the tags of everything that the response was made from, in the form in which record() touches them.
   * Undefined if they cannot be told: then the response is not kept.
   */
  tagsOf(body: Body, call: KeptCall): readonly string[] | undefined;
  /** Returns the part of the time that the response depends on, such as the day. Absent if it depends on none. */
  readonly periodOf?: (now: Date) => string;
}

type BodyOf<Handler> = Handler extends (...args: never[]) => Promise<infer Response>
  ? Response extends { readonly status: 200; readonly body: infer Body }
    ? Body
    : never
  : never;

/** The rules of a module's reads, by operationId. */
export type KeepingRules<Handlers> = { readonly [Id in keyof Handlers]?: KeepingRule<BodyOf<Handlers[Id]>> };
