import type { CloudEvent } from '../../../../generated/v2/types.ts';
import { AppError, type Violation } from '../../../problems/app-error.ts';
import type { ReportedEvent } from '../events.types.ts';

// CloudEvents 1.0.2: the JSON event format, and the binary content mode of the HTTP protocol binding.

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** The project of an event whose `projectid` is no id: one that does not exist. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * Converts an event of the JSON format. A member with the value null is absent.
 * @param projectId of a sink, which takes precedence over what the event says
 */
export function fromCloudEvent(event: CloudEvent, projectId?: string): ReportedEvent {
  const { specversion: _version, id, source, type, subject, time, datacontenttype, dataschema, ...rest } = event;
  const {
    data,
    data_base64,
    projectid = null,
    userid = null,
    ...others
  } = rest as typeof rest & Record<string, unknown>;
  const present = Object.entries(others).filter(([, value]) => value !== null);
  const extensions = Object.fromEntries(present) as NonNullable<ReportedEvent['extensions']>;
  const isMember = typeof userid === 'string' && uuid.test(userid);
  if (userid !== null && !isMember) extensions['userid'] = userid;
  return {
    ...{ id, source, type, subject, time, datacontenttype, dataschema, data, data_base64, extensions },
    project_id: projectId ?? placeOf(projectid),
    user_id: isMember ? userid.toLowerCase() : null,
  };
}

function placeOf(projectid: unknown): string | null {
  if (projectid === null) return null;
  return typeof projectid === 'string' && uuid.test(projectid) ? projectid.toLowerCase() : NOWHERE;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

type Check = (text: string) => boolean;
const matches =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text);
/** Whether the day of a time exists, such as 2026-02-29, which does not. */
const hasDay: Check = (text) => new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(text.slice(8, 10));

/** What an attribute must look like once it is decoded; its header has been validated already. */
const attributes: ReadonlyMap<string, Check> = new Map([
  ['id', matches(/^[^\0]{1,255}$/su)],
  ['source', matches(/^[!-~]{1,255}$/)],
  ['type', matches(/^[^\0]{1,255}$/su)],
  ['subject', matches(/^[^\0]{1,255}$/su)],
  ['dataschema', matches(/^[A-Za-z][A-Za-z\d+.-]*:[!-~]{1,400}$/)],
  ['time', hasDay],
  // The JSON format has the data in a member of this name, so that no attribute has it.
  ['data', () => false],
]);
const extensionName = /^[a-z\d]{1,50}$/;
const isExtensionValue = matches(/^[^\0]{0,1000}$/su);
const EXTENSIONS_MAX = 50;

/**
 * Converts a request in binary content mode to an event of the JSON format.
 * @param body the parsed JSON, the text, or the bytes
 * @throws AppError `validation_failed` (400) naming every header that breaks the binding
 */
export function fromHeaders(headers: Headers, body: unknown): CloudEvent {
  const violations: Violation[] = [];
  const refuse = (parameter: string, code: string, detail: string): void =>
    void violations.push({ in: 'header', parameter, code, detail });
  const found = new Map<string, string>();
  for (const [header, value] of Object.entries(headers)) {
    if (!header.startsWith('ce-') || header === 'ce-specversion' || value === undefined) continue;
    const name = header.slice(3);
    const text = decodeValue(textOf(String(value)));
    const fits = attributes.get(name) ?? (extensionName.test(name) ? isExtensionValue : undefined);
    if (fits === undefined) refuse(header, 'unknown_field', 'must be ce- and lower-case letters or digits');
    else if (text === undefined) refuse(header, 'malformed_encoding', 'must be UTF-8, percent-encoded');
    else if (!fits(text)) refuse(header, 'pattern', 'must be an attribute of CloudEvents');
    else found.set(name, name === 'time' ? cutDecimals(text) : text);
  }
  if (headers['ce-specversion'] === undefined) refuse('ce-specversion', 'required', 'is required');
  for (const name of ['id', 'source', 'type']) {
    if (headers[`ce-${name}`] === undefined) refuse(`ce-${name}`, 'required', 'is required');
  }
  if (found.size > EXTENSIONS_MAX) refuse('ce-', 'max_items', `must have at most ${EXTENSIONS_MAX} attributes`);
  if (violations.length > 0) throw new AppError('validation_failed', 400, { count: violations.length }, { violations });
  const contentType = headers['content-type'];
  return {
    ...Object.fromEntries(found),
    ...(typeof contentType === 'string' ? { datacontenttype: contentType.slice(0, 100) } : {}),
    ...dataOf(body),
  } as CloudEvent;
}

function dataOf(body: unknown): Pick<CloudEvent, 'data' | 'data_base64'> {
  if (body === undefined) return {};
  return Buffer.isBuffer(body) ? { data_base64: body.toString('base64') } : { data: body };
}

/** As in other requests, decimals after the sixth are cut off. */
function cutDecimals(time: string): string {
  return time.replace(/(?<=\.\d{6})\d+/, '');
}

/**
 * Returns the text of a header, of which Node has read each byte as a character. The binding asks for percent-encoding,
 * but SDKs send other characters as they are: in UTF-8, or in Latin-1, as the one for JavaScript does.
 */
function textOf(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}

/** HTTP protocol binding, 3.1.3.2: undoes quotes, then percent-encoding. Returns undefined if it is not UTF-8. */
function decodeValue(value: string): string | undefined {
  const plain = /^".*"$/.test(value) ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value;
  try {
    return decodeURIComponent(plain.replaceAll(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    return undefined;
  }
}
