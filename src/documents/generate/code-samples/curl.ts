import { bodyText, sessionNote, targetOf, type SampleCall } from './sample-call.ts';

/** Returns the call as a command for a POSIX shell. */
export function curlSample(call: SampleCall): string {
  const { method, body, tokenVariable } = call;
  // curl sends GET, and POST if there is a body.
  const isImplied = method === 'GET' || (method === 'POST' && body !== undefined);
  const parts = [
    `curl ${isImplied ? '' : `-X ${method} `}"$ARCHITECT_URL${targetOf(call)}"`,
    ...(tokenVariable === undefined ? [] : [`-H "Authorization: Bearer $${tokenVariable}"`]),
    ...(body === undefined ? [] : [`-H 'Content-Type: ${body.mediaType}'`, `--data-binary ${quote(bodyText(body))}`]),
  ];
  const command = `${parts.join(' \\\n  ')}\n`;
  return tokenVariable === 'ARCHITECT_SESSION' ? `# ${sessionNote}\n${command}` : command;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
