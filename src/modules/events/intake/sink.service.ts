import { problems } from '../../../../generated/problems.ts';
import type { CloudEvent, EventBatch, EventReceipt } from '../../../../generated/v2/types.ts';
import { AppError } from '../../../problems/app-error.ts';
import type { Unit } from '../../../platform/unit.ts';
import { assertProjectRole, assertWritable, requireProject } from '../../projects/index.ts';
import type { ReportedEvent } from '../events.types.ts';
import { fromCloudEvent, fromHeaders } from './cloud-events.policy.ts';
import { takeEvent, takeEvents } from './intake.service.ts';

const STRUCTURED = 'application/cloudevents+json';
const BATCHED = 'application/cloudevents-batch+json';

/** A body, and the media type that says which of the forms it has. */
interface SentEvents {
  readonly content_type: string;
  readonly body: unknown;
}

/** @throws AppError if a single CloudEvent is refused */
export async function recordEvents(unit: Unit, { content_type, body }: SentEvents): Promise<EventReceipt> {
  if (content_type === STRUCTURED) return takeEvent(unit, fromCloudEvent(body as CloudEvent));
  if (content_type === BATCHED) {
    return takeEvents(
      unit,
      (body as CloudEvent[]).map((event) => fromCloudEvent(event)),
    );
  }
  return takeEvents(unit, (body as EventBatch).events);
}

/**
 * Takes the events of a project's sink.
 * @param headers of the request, which hold the attributes in binary content mode
 * @throws AppError if the project is invisible or closed, or a single event is refused
 */
export async function receiveCloudEvents(
  unit: Unit,
  projectId: string,
  { content_type, body, headers }: SentEvents & { readonly headers: Parameters<typeof fromHeaders>[0] },
): Promise<EventReceipt> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  if (content_type === BATCHED) {
    return takeEvents(
      unit,
      (body as CloudEvent[]).map((event) => fromCloudEvent(event, projectId)),
    );
  }
  const event = content_type === STRUCTURED ? (body as CloudEvent) : fromHeaders(headers, body);
  return takeEvent(unit, fromCloudEvent(event, projectId));
}

/**
 * Records one event, for v1: an invalid reference in its body is 409, not 404.
 * @returns the id of the event
 * @throws AppError `project_unknown` (409), or why else the event is refused
 */
export async function recordEventInNamedProject(unit: Unit, event: ReportedEvent): Promise<EventReceipt> {
  try {
    return await takeEvent(unit, event);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw problems.project_unknown({ project_id: event.project_id ?? '' }, { cause: error });
  }
}
