import type { EventProjectRow, EventSourceRow, EventTypeRow } from '../../../../generated/v2/types.ts';
import type { EventFilters } from '../events.types.ts';

/** Which counts are meant. */
export interface FigureScope {
  readonly organization_id: string;
  /** The projects that the caller sees. */
  readonly project_ids: readonly string[];
  readonly filters: Pick<EventFilters, 'project_id' | 'type' | 'source'>;
}

/** The columns that a group does not have are null. */
export type CountedGroup = EventTypeRow &
  EventSourceRow &
  EventProjectRow & {
    readonly part: 'type' | 'source' | 'project' | 'all';
  };
