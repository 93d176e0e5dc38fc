import { createHash } from 'node:crypto';
import type { ErrorOccurrence, ErrorReport } from '../../../../generated/v2/types.ts';
import type { Cause, Failure, StackFrame } from '../grouping/failure.types.ts';
import { culpritOf, fingerprintOf, titleOf } from '../grouping/fingerprint.policy.ts';
import { parseStackTrace } from '../grouping/stack-trace.policy.ts';
import { isSecretName, MASK, maskText } from '../../../platform/secret-texts.ts';
import { maskValue } from './report-masking.policy.ts';
import type { Occurrence } from './reports.types.ts';

type ReportedFrame = NonNullable<ErrorReport['frames']>[number];
type Breadcrumb = NonNullable<ErrorReport['breadcrumbs']>[number];
type Context = ErrorOccurrence['context'];
type ReportedCause = NonNullable<ErrorReport['causes']>[number];

/** Returns the failure that a report describes. What it leaves out is read from its stack trace. */
export function failureOf(report: ErrorReport): Failure {
  const { type, message, platform, frames = [], causes = [], stack_trace } = report;
  const isWhole = stack_trace === undefined || frames.length > 0;
  const read = isWhole ? undefined : parseStackTrace(stack_trace, platform);
  return {
    type: type ?? cut(read?.type, TYPE_LENGTH_MAX),
    message: message ?? cut(read?.message, MESSAGE_LENGTH_MAX),
    platform: platform ?? cut(read?.platform, PLATFORM_LENGTH_MAX),
    frames: frames.length > 0 ? frames.map(frameOf) : (read?.frames ?? []).slice(0, FRAMES_MAX).map(cutFrame),
    causes: causes.length > 0 ? causes.map(causeOf) : (read?.causes ?? []).slice(0, CAUSES_MAX).map(cutCause),
  };
}

// What the contract allows of a report that names them itself.
const TYPE_LENGTH_MAX = 200;
const MESSAGE_LENGTH_MAX = 10_000;
const PLATFORM_LENGTH_MAX = 50;
const FILE_LENGTH_MAX = 1000;
const FUNCTION_LENGTH_MAX = 500;
const FRAMES_MAX = 250;
const CAUSES_MAX = 20;

function cut(text: string | null | undefined, lengthMax: number): string | null {
  return text?.slice(0, lengthMax).toWellFormed() ?? null;
}

function cutFrame(frame: StackFrame): StackFrame {
  return {
    ...frame,
    file: cut(frame.file, FILE_LENGTH_MAX),
    function: cut(frame.function, FUNCTION_LENGTH_MAX),
    module: cut(frame.module, FUNCTION_LENGTH_MAX),
  };
}

function cutCause({ type, message, frames }: Cause): Cause {
  return {
    type: cut(type, TYPE_LENGTH_MAX),
    message: cut(message, MESSAGE_LENGTH_MAX),
    frames: frames.slice(0, FRAMES_MAX).map(cutFrame),
  };
}

function frameOf(frame: ReportedFrame): StackFrame {
  const { file = null, function: name = null, module = null, line = null, column = null, in_app = true } = frame;
  return { file, function: name, module, line, column, in_app };
}

function causeOf({ type = null, message = null, frames = [] }: ReportedCause): Cause {
  return { type, message, frames: frames.map(frameOf) };
}

interface Circumstances {
  readonly organization_id: string;
  readonly now: Date;
  /** For a report that names none. */
  readonly new_id: string;
  readonly failure: Failure;
}

/** Returns what is stored of a report: everything that it says, bounded and without secrets. */
export function occurrenceOf(
  report: ErrorReport,
  { organization_id, now, new_id, failure }: Circumstances,
): Occurrence {
  const received_at = now.toISOString();
  const shown: Failure = {
    ...failure,
    ...shownCause(failure),
    causes: failure.causes.map(shownCause),
  };
  return {
    id: report.id?.toLowerCase() ?? new_id,
    is_named: report.id !== undefined,
    fingerprint: fingerprintOf(failure, report.fingerprint),
    title: titleOf(shown),
    culprit: culpritOf(shown) ?? null,
    occurred_at: momentOf(report.occurred_at, now),
    received_at,
    level: report.level ?? 'error',
    ...shown,
    release: report.release ?? null,
    environment: report.environment ?? null,
    server_name: report.server_name ?? null,
    stack_trace: failure.frames.length > 0 ? null : maskOptional(report.stack_trace ?? null),
    tags: tagsOf(report),
    person: personOf(report),
    request: requestOf(report),
    breadcrumbs: (report.breadcrumbs ?? []).map(breadcrumbOf),
    context: maskValue(report.context ?? {}) as object,
    person_hash: personHashOf(organization_id, report.user),
  };
}

/** Files are masked, too: browsers call them by their URLs, which may have a token. */
function shownCause({ type, message, frames }: Cause): Cause {
  const shown = frames.map((frame) =>
    /[?@]/.test(frame.file ?? '') ? { ...frame, file: maskOptional(frame.file) } : frame,
  );
  return { type, message: maskOptional(message), frames: shown };
}

function personOf({ user }: ErrorReport): ErrorOccurrence['user'] {
  if (user === undefined) return null;
  const { id = null, email = null, name = null, address = null } = user;
  return { id, email, name, address };
}

function requestOf({ request }: ErrorReport): ErrorOccurrence['request'] {
  if (request === undefined) return null;
  return { method: request.method ?? null, url: maskOptional(request.url ?? null) };
}

function breadcrumbOf({ occurred_at, category, level, message, data = {} }: Breadcrumb) {
  return {
    occurred_at: occurred_at ?? null,
    category: category ?? null,
    level: level ?? null,
    message: maskOptional(message ?? null),
    data: maskValue(data) as Context,
  };
}

function maskOptional(text: string | null): string | null {
  return text === null ? null : maskText(text);
}

/** What happens later than now happens now: a wrong clock must not hold an error at the top of lists. */
function momentOf(occurredAt: string | undefined, now: Date): string {
  const moment = occurredAt === undefined ? now : new Date(occurredAt);
  return (moment > now ? now : moment).toISOString();
}

function tagsOf({ tags = {} }: ErrorReport): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [name, isSecretName(name) ? MASK : maskText(value)]),
  );
}

/** People are counted by a hash, of which one for each error is kept as long as the error. */
function personHashOf(organizationId: string, person: ErrorReport['user']): string | undefined {
  const { id, email, address } = person ?? {};
  const key = id ?? email?.toLowerCase() ?? address;
  if (key === undefined) return undefined;
  return createHash('sha256').update(`${organizationId} ${key}`).digest('base64');
}
