import { sessionNote, targetOf, type SampleCall } from './sample-call.ts';

const width = 88;

/** Returns the call as a script that uses the package `requests`. */
export function pythonSample(call: SampleCall): string {
  const { method, body, tokenVariable, takesIdempotencyKey, returns } = call;
  const headers = [
    ...(tokenVariable === undefined ? [] : [`"Authorization": f"Bearer {os.environ['${tokenVariable}']}"`]),
    ...(takesIdempotencyKey ? ['"Idempotency-Key": str(uuid.uuid4())'] : []),
    // `json` sets application/json by itself.
    ...(body === undefined || body.mediaType === 'application/json' ? [] : [`"Content-Type": "${body.mediaType}"`]),
  ];
  const input = [
    `f"{os.environ['ARCHITECT_URL']}${targetOf(call)}"`,
    ...(headers.length === 0 ? [] : [`headers=${inBraces(headers, '    ')}`]),
    ...(body === undefined
      ? []
      : [`${typeof body.value === 'string' ? 'data' : 'json'}=${literal(body.value, '    ')}`]),
    'timeout=30',
  ];
  return [
    ...(tokenVariable === 'ARCHITECT_SESSION' ? [`# ${sessionNote}`] : []),
    'import os',
    ...(takesIdempotencyKey ? ['import uuid'] : []),
    '',
    'import requests',
    '',
    `response = requests.${method.toLowerCase()}(`,
    ...input.map((line) => `    ${line},`),
    ')',
    'response.raise_for_status()',
    ...(returns === 'nothing' ? [] : [`print(response.${returns === 'records' ? 'text' : 'json()'})`]),
    '',
  ].join('\n');
}

function literal(value: unknown, indent: string): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // A JSON string is a Python string, too: both have the same escapes.
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}    `;
  if (Array.isArray(value))
    return inBraces(
      value.map((member) => literal(member, inner)),
      indent,
      '[]',
    );
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${literal(member, inner)}`);
  return inBraces(members, indent);
}

/** On one line if it fits, else with one line per member. */
function inBraces(members: readonly string[], indent: string, [open, close] = '{}'): string {
  const line = `${open}${members.join(', ')}${close}`;
  if (indent.length + line.length <= width && !line.includes('\n')) return line;
  return `${open}\n${members.map((member) => `${indent}    ${member},\n`).join('')}${indent}${close}`;
}
