import type { ActivityEntry, ActivityType, TaskChange } from '../../../generated/v2/types.ts';

export interface ActivityFilters {
  readonly project_id?: string | undefined;
  readonly actor_id?: string | undefined;
  readonly type?: readonly ActivityType[] | undefined;
  readonly created_after?: string | undefined;
  readonly created_before?: string | undefined;
}

/** The fields of an event that the feed shows. */
export type ActivityRow = Pick<ActivityEntry, 'id' | 'type' | 'actor_id' | 'project_id' | 'created_at'> & {
  /** `task/<id>`. */
  readonly subject: string;
  readonly data: EventData;
};

/** The fields of an event's data that the feed shows. */
export interface EventData {
  readonly title?: string;
  readonly name?: string;
  readonly body?: string;
  readonly task?: { readonly title: string };
  readonly changes?: readonly TaskChange[];
}
