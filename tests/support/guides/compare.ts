import type { Shown } from './guide.ts';

/** In a guide, matches what differs between runs: any characters in a string, or any value except null. */
const ELLIPSIS = '…';

interface GivenResponse {
  readonly status: string;
  /** Lines `Name: value`. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** Splits the output of one or more `curl -i` calls into responses, and the text before the first one. */
function splitResponses(output: string): { readonly before: string; readonly responses: readonly GivenResponse[] } {
  const [before = '', ...texts] = output.replaceAll('\r\n', '\n').split(/^(?=HTTP\/1\.1 \d{3} )/m);
  if (before.startsWith('HTTP/1.1 ')) return splitResponses(`\n${output}`);
  const responses = texts.map((text) => {
    const [head = '', ...body] = text.split('\n\n');
    const [status = '', ...headers] = head.trimEnd().split('\n');
    return { status, headers, body: body.join('\n\n').trim() };
  });
  return { before: before.trim(), responses };
}

function isLike(shown: string, actual: string): boolean {
  const parts = shown.split(ELLIPSIS).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(actual);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Everything in the guide must be present and equal. An object may have additional members, a list may not. */
function compareJson(shown: Json, actual: Json | undefined, place: string): string[] {
  const differ = [`${place || 'the body'}: shown ${JSON.stringify(shown)}, received ${JSON.stringify(actual)}`];
  if (actual === undefined) return differ;
  if (shown === ELLIPSIS) return actual === null ? differ : [];
  if (typeof shown === 'string') return typeof actual === 'string' && isLike(shown, actual) ? [] : differ;
  if (Array.isArray(shown)) return Array.isArray(actual) ? compareLists(shown, actual, place) : differ;
  if (typeof shown === 'object' && shown !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return differ;
    const members = actual as Readonly<Record<string, Json>>;
    return Object.entries(shown).flatMap(([name, value]) => compareJson(value, members[name], `${place}/${name}`));
  }
  return shown === actual ? [] : differ;
}

/** A list that ends with `"…"` may have additional entries. */
function compareLists(shown: readonly Json[], actual: readonly Json[], place: string): string[] {
  const goesOn = shown.length > 1 && shown.at(-1) === ELLIPSIS;
  const entries = goesOn ? shown.slice(0, -1) : shown;
  const isLengthRight = goesOn ? actual.length >= entries.length : actual.length === entries.length;
  const length = isLengthRight ? [] : [`${place}: shown ${entries.length} entries, received ${actual.length}`];
  return [...length, ...entries.flatMap((entry, index) => compareJson(entry, actual[index], `${place}/${index}`))];
}

/** A line with only `…` matches one or more lines. */
function compareText(shown: string, actual: string): string[] {
  return isLike(shown, actual.trim()) ? [] : [`shown\n${shown}\nanswered\n${actual.trim()}`];
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function compareBody(shown: string, actual: string): string[] {
  const wanted = parseJson(shown);
  if (wanted === undefined || typeof wanted !== 'object') return compareText(shown, actual);
  const found = parseJson(actual);
  return found === undefined ? [`shown JSON, received ${actual}`] : compareJson(wanted, found, '');
}

function compareResponse(shown: GivenResponse, actual: GivenResponse): string[] {
  if (shown.status !== actual.status) return [`shown ${shown.status}, received ${actual.status}: ${actual.body}`];
  const [outcome, wanted] = [actual, shown].map(({ headers }) =>
    headers.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line] as const),
  );
  const missing = (wanted ?? []).filter(
    ([name, line]) => !(outcome ?? []).some(([other, text]) => other === name && isLike(valueOf(line), valueOf(text))),
  );
  const headers = missing.map(([name, line]) => {
    const found = (outcome ?? []).filter(([other]) => other === name).map(([, text]) => text);
    return `shown ${line}, received ${found.join(', ') || 'no such header'}`;
  });
  if (shown.body === '' && actual.body !== '') return [...headers, `shown no body, received ${actual.body}`];
  return shown.body === '' ? headers : [...headers, ...compareBody(shown.body, actual.body)];
}

function valueOf(header: string): string {
  return header.slice(header.indexOf(':') + 1).trim();
}

/** Returns one text for each difference from the guide. */
export function compareOutput(shown: Shown | undefined, output: string): string[] {
  if (shown === undefined) return output.trim() === '' ? [] : [`shown no output, received ${output.trim()}`];
  if (shown.kind === 'text') return compareText(shown.text, output.replaceAll('\r\n', '\n'));
  const actual = splitResponses(output);
  const wanted = splitResponses(shown.text);
  const stray = actual.before === '' ? [] : [`received text before the first response: ${actual.before}`];
  if (wanted.before !== '') stray.push(`shown as a response without a status line: ${wanted.before}`);
  if (wanted.responses.length !== actual.responses.length) {
    const outcome = actual.responses.map(({ status, body }) => `${status} ${body}`).join('\n');
    return [...stray, `shown ${wanted.responses.length} responses, received ${actual.responses.length}:\n${outcome}`];
  }
  return [
    ...stray,
    ...wanted.responses.flatMap((response, index) => compareResponse(response, actual.responses[index] ?? response)),
  ];
}
