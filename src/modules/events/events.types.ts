import type { Event, EventInput } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

export const eventColumns = [
  'id',
  'organization_id',
  'project_id',
  'user_id',
  'external_id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
  'data',
  'data_base64',
  'extensions',
  'recorded_at',
] as const satisfies readonly (keyof Event)[];

export interface EventFilters {
  readonly project_id?: string | undefined;
  readonly type?: readonly string[] | undefined;
  readonly source?: string | undefined;
  readonly subject?: string | undefined;
  readonly user_id?: string | undefined;
  readonly occurred_after?: string | undefined;
  readonly occurred_before?: string | undefined;
  readonly recorded_after?: string | undefined;
  readonly recorded_before?: string | undefined;
}

type OptionalAttribute = 'project_id' | 'user_id' | 'subject' | 'datacontenttype' | 'dataschema' | 'data_base64';

/**
 * What is stored of an event, beside its organization and the time of its recording. What is absent is undefined, so that
 * JSON does not hold it.
 */
export type NewEvent = Pick<Event, 'id' | 'external_id' | 'source' | 'type' | 'time'> & {
  readonly [Name in OptionalAttribute]: NonNullable<Event[Name]> | undefined;
} & {
  /** Of source and external_id. */
  readonly key: string;
  /** JSON text. */
  readonly data: string | undefined;
  /** JSON text. */
  readonly extensions: string;
};

/** An event as a reporter sends it; null stands for absent. */
export type ReportedEvent = {
  readonly [Name in keyof EventInput]: EventInput[Name] | null;
} & Pick<EventInput, 'source' | 'type'>;

/** An event with what decides who may see it. */
export interface EventRow extends Event, ProjectFacts {
  /** False if it belongs to no project, or to one that is deleted. */
  readonly has_project: boolean;
}
