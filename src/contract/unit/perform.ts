import { AppError } from '../../problems/app-error.ts';
import type { Db } from '../../platform/database.ts';
import { Deadline } from '../../platform/deadline.ts';
import type { TraceContext } from '../../platform/tracing/tracer.ts';
import type { Actor, AnonymousUnit } from '../../platform/unit.ts';
import type { FinishedResponse, IdempotencyKey } from './idempotency.ts';
import type { AnyResponse, AnyRequest, EngineOptions, ReplicaChoice } from '../options.ts';
import { contentTypeOf, isIterable, valueBreach, type Breach, type RecordRule } from '../response/response-rules.ts';
import type { MemberOrder } from '../response/member-order.ts';
import type { RecordBody } from '../response/record-stream.ts';
import { noOrganization } from '../access/organization.ts';
import { assertRole, needsOrganization } from '../access/roles.ts';
import type { Route } from '../routing/route.ts';
import { assertChangeWanted, conditionalRead } from './conditions.ts';
import { inUnit, outsideUnit } from './unit-of-work.ts';
import type { RowTurns } from './row-turns.ts';
import type { ContractValidator } from '../request/validator.ts';

/** An admitted and validated request, ready for its controller function. */
export interface Call {
  readonly route: Route;
  readonly request: AnyRequest;
  readonly actor: Actor | undefined;
  readonly request_id: string;
  readonly trace: TraceContext | undefined;
  readonly now: Date;
  readonly key: IdempotencyKey | undefined;
  /** Called with the validated body before it is serialized. */
  readonly onBody?: (body: unknown) => void;
}

/** A call in its unit of work. */
type UnitCall = Call & Pick<AnonymousUnit, 'afterCommit'>;

export interface PerformOptions extends Pick<
  EngineOptions,
  'db' | 'chooseReplica' | 'cipher' | 'log' | 'onBreach' | 'turns' | 'timeLimits'
> {
  readonly validator: ContractValidator;
}

/**
 * Performs an operation within its deadline. The deadline covers database statements and waiting for them, because
 * nothing else takes long. Other limits apply to bodies and streams.
 * @throws AppError `service_unavailable`, and the errors of `perform`
 */
export function performInTime(call: Call, options: PerformOptions): Promise<FinishedResponse> {
  const { timeLimits, db } = options;
  if (timeLimits === undefined) return perform(call, options);
  const { isUnsafe, row } = call.route;
  // People who log in are not refused before others are.
  const deadline = new Deadline(isUnsafe ? timeLimits.changeMs : timeLimits.readMs, row.rateClass === 'auth');
  const chooseReplica: ReplicaChoice = async (primary, caller) => {
    const replica = await options.chooseReplica?.(primary, caller);
    return replica?.until?.(deadline) ?? replica;
  };
  return deadline.within(perform(call, { ...options, db: db.until?.(deadline) ?? db, chooseReplica }));
}

/**
 * Calls the controller inside the unit of work that the operation needs, and checks its response before the commit.
 * @throws AppError `not_implemented`, `not_found`, `forbidden`, `contract_violated`, and the controller's own errors
 */
async function perform(call: Call, options: PerformOptions): Promise<FinishedResponse> {
  const { route, key, now } = call;
  if (route.handler === undefined) throw new AppError('not_implemented', 501);
  if (!route.isUnsafe) return callController(call, options.db, options);
  const afterwards: (() => void)[] = [];
  const afterCommit = (one: () => void): void => void afterwards.push(one);
  const work = (db: Db): Promise<FinishedResponse> => callController({ ...call, afterCommit }, db, options);
  const { db, cipher, turns } = options;
  const unit = { db, key, isSensitive: route.row.hasSensitiveResponse, cipher, now };
  const run = (): Promise<FinishedResponse> =>
    route.row.transaction === 'unit' ? inUnit(unit, work) : outsideUnit(unit, work);
  const response = await (turns === undefined ? run() : inTurn(call, turns, run));
  // A response of 400 and above was rolled back.
  if (response.status < 400) for (const one of afterwards) one();
  return response;
}

/**
 * A request can lock every row that its path names. It changes the last one, or creates something below it. A
 * repetition of a running request waits for no turn: it is refused before it reaches a row. A request whose path names
 * no row works on rows of the caller, or on rows that its body names. If it manages its own steps, it takes no turn,
 * because it spends most of its time on hashing passwords without a connection. Nor does a request without credentials,
 * whose path names no row that it locks.
 */
async function inTurn(
  { route, request, actor, key }: Call,
  turns: RowTurns,
  run: () => Promise<FinishedResponse>,
): Promise<FinishedResponse> {
  const end = key === undefined ? noClaim : turns.claim(`${key.credential_id} ${key.operation} ${key.key}`);
  if (end === undefined) return run();
  const named = actor === undefined ? [] : Object.values(request.path).map(String);
  const ids = named.length === 0 && route.row.transaction === 'unit' ? callerIds(actor) : named;
  const changed = named.length === 0 || route.responseRules.has(201) ? undefined : ids.length - 1;
  const inTurns = ids.reduceRight(
    (inner, id, index) => () => turns.take(id, index === changed ? 'change' : 'creation', inner),
    run,
  );
  try {
    return await inTurns();
  } finally {
    end();
  }
}

function callerIds(actor: Actor | undefined): string[] {
  return actor === undefined ? [] : [actor.organization_id, actor.user_id].filter((id) => id !== noOrganization);
}

const noClaim = (): void => undefined;

/**
 * Role check. On templated paths it runs after the controller, because only the controller can see the row: an
 * invisible row must return 404 before a low role returns 403. The unit of work can still be rolled back then. Operator
 * resources belong to no organization, and only operators see them: there the check runs before the controller.
 */
async function callController(call: UnitCall, db: Db, options: PerformOptions): Promise<FinishedResponse> {
  const { route, request, actor, request_id, trace, now, afterCommit } = call;
  const { role, transaction } = route.row;
  // Operators run the installation. They need not belong to an organization.
  const isOfOrganizations = role !== 'operator';
  if (
    actor?.organization_id === noOrganization &&
    isOfOrganizations &&
    (needsOrganization(role) || route.organizationRule.isNamed)
  ) {
    throw new AppError('not_found', 404);
  }
  const isRoleCheckedAfter = isOfOrganizations && route.isTemplated && (transaction === 'unit' || !route.isUnsafe);
  if (!isRoleCheckedAfter) assertRole(role, actor);
  // An operation that manages its own steps cannot be rolled back.
  if (transaction === 'none' && route.isUnsafe) assertChangeWanted(route.conditions, request.precondition);
  const replica = await replicaFor(call, db, options);
  const unit: AnonymousUnit = { db, replica, actor, request_id, trace, now, afterCommit };
  const response = await route.handler?.(request, unit);
  if (response === undefined) throw new AppError('not_implemented', 501);
  if (isRoleCheckedAfter) assertRole(role, actor);
  const finished = finish(call, response, options);
  if (!route.isUnsafe) return conditionalRead(finished, request.precondition);
  if (finished.status < 300) assertChangeWanted(route.conditions, request.precondition);
  return finished;
}

async function replicaFor(
  { route, actor, now }: Call,
  db: Db,
  { chooseReplica }: PerformOptions,
): Promise<Db | undefined> {
  const mayUse = route.row.consistency === 'bounded' && actor !== undefined;
  return mayUse ? chooseReplica?.(db, { actor, now }) : undefined;
}

function finish(call: Call, response: AnyResponse, options: PerformOptions): FinishedResponse {
  const { route, request } = call;
  const { validator } = options;
  const { status, body, headers = noHeaders, lead = '' } = response;
  const contentType = contentTypeOf(route.responseRules, response, request.media_type);
  const breach =
    validator.validateResponseHeaders(headers, route, { statusCode: status }).breach ??
    validator.validateResponse({ status, body, contentType }, route).breach;
  if (breach !== undefined) refuse(call, { status, breach }, options);
  call.onBody?.(body);
  const order = route.memberOrders.get(`${status} ${contentType ?? ''}`);
  const rule = contentType === undefined ? undefined : route.responseRules.get(status)?.records.get(contentType);
  if (rule !== undefined && isIterable(body)) {
    const records = recordBody(call, { status, records: body, rule, lead, order }, options);
    return { status, headers, contentType, body: undefined, records };
  }
  if (rule !== undefined && Array.isArray(body)) {
    const { encoder } = rule;
    const lines = body.map((record: object) =>
      encoder.encode(order === undefined ? record : (order(record) as object)),
    );
    return { status, headers, contentType, body: lead + encoder.head + lines.join('') };
  }
  return { status, headers, contentType, body: bytesOf(order === undefined ? body : order(body), contentType) };
}

const noHeaders = {};

function refuse(
  { route, request_id, now }: Call,
  { status, breach }: { readonly status: number; readonly breach: Breach },
  { log, onBreach }: PerformOptions,
): never {
  const { version, id: operation_id } = route.row;
  const operation = `${version}.${operation_id}`;
  log.error({ request_id, operation, status, ...breach }, 'a response would have broken the contract');
  onBreach({ version, operation_id, status, ...breach, at: now });
  throw new AppError('contract_violated', 500);
}

interface RecordParts {
  readonly status: number;
  readonly records: AsyncIterable<unknown>;
  readonly rule: RecordRule;
  readonly lead: string;
  readonly order: MemberOrder | undefined;
}

function recordBody(
  call: Call,
  { status, records, rule, lead, order }: RecordParts,
  options: PerformOptions,
): RecordBody {
  const { validate, encoder } = rule;
  const encode: RecordBody['encode'] = (record) => {
    const breach = valueBreach(validate, record);
    if (breach !== undefined) refuse(call, { status, breach }, options);
    return encoder.encode((order === undefined ? record : order(record)) as object);
  };
  return { records, head: lead + encoder.head, encode };
}

/** Serializes JSON inside the unit of work, so that the stored text is exactly the text that is sent. */
function bytesOf(body: unknown, contentType: string | undefined): string | Buffer | undefined {
  if (body === undefined || contentType === undefined) return undefined;
  const isJson = contentType === 'application/json' || contentType.endsWith('+json');
  if (!isJson && (typeof body === 'string' || Buffer.isBuffer(body))) return body;
  return JSON.stringify(body);
}
