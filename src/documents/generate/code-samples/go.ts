import { bodyText, sessionNote, targetOf, type SampleCall } from './sample-call.ts';

/** Returns the call as a program that uses the standard library of Go 1.24 or later. */
export function goSample(call: SampleCall): string {
  const { method, body, tokenVariable, takesIdempotencyKey } = call;
  const imports = [
    ...(takesIdempotencyKey ? ['crypto/rand'] : []),
    ...['fmt', 'io', 'log', 'net/http', 'os'],
    ...(body === undefined ? [] : ['strings']),
  ];
  const headers = [
    ...(tokenVariable === undefined ? [] : [['Authorization', `"Bearer "+os.Getenv("${tokenVariable}")`]]),
    ...(body === undefined ? [] : [['Content-Type', JSON.stringify(body.mediaType)]]),
    ...(takesIdempotencyKey ? [['Idempotency-Key', 'rand.Text()']] : []),
  ];
  const lines = [
    ...(body === undefined ? [] : [`body := strings.NewReader(${quote(bodyText(body))})`]),
    `request, err := http.NewRequest("${method}", os.Getenv("ARCHITECT_URL")+"${targetOf(call)}", ${body === undefined ? 'nil' : 'body'})`,
    ...orFail,
    ...headers.map(([name, value]) => `request.Header.Set("${name}", ${value})`),
    'response, err := http.DefaultClient.Do(request)',
    ...orFail,
    'defer response.Body.Close()',
    'content, err := io.ReadAll(response.Body)',
    ...orFail,
    'fmt.Println(response.Status, string(content))',
  ];
  return `${tokenVariable === 'ARCHITECT_SESSION' ? `// ${sessionNote}\n` : ''}package main

import (
${imports.map((name) => `\t"${name}"\n`).join('')})

func main() {
${lines.map((line) => `\t${line}\n`).join('')}}
`;
}

const orFail = ['if err != nil {', '\tlog.Fatal(err)', '}'];

function quote(text: string): string {
  // JSON's escapes are valid in Go, too.
  return text.includes('`') ? JSON.stringify(text) : `\`${text}\``;
}
