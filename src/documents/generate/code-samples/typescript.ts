import { render, SourceText } from '../source-text.ts';
import { bodyText, sessionNote, targetOf, type SampleCall } from './sample-call.ts';

/** Returns the call as a module: with the client package, which is for v2, or with `fetch` for v1. */
export function typescriptSample(call: SampleCall): string {
  const source = call.version === 'v2' && !isForeign(call) ? withClient(call) : withFetch(call);
  return call.tokenVariable === 'ARCHITECT_SESSION' ? `// ${sessionNote}\n${source}` : source;
}

/** CloudEvents and envelopes are sent by programs that do not have the client. */
function isForeign(call: SampleCall): boolean {
  return /^\/api\/\d/.test(targetOf(call)) || call.body?.mediaType.startsWith('application/cloudevents') === true;
}

function withClient(call: SampleCall): string {
  const { tokenVariable, operationId, pathValues, query, body, returns } = call;
  const options = {
    baseUrl: new SourceText('process.env.ARCHITECT_URL!'),
    ...(tokenVariable === undefined ? {} : { apiKey: new SourceText(`process.env.${tokenVariable}!`) }),
  };
  const input = {
    ...(Object.keys(pathValues).length === 0 ? {} : { path: pathValues }),
    ...(Object.keys(query).length === 0 ? {} : { query }),
    ...(body === undefined ? {} : { body: body.value }),
  };
  const given = Object.keys(input).length === 0 ? '' : `, ${render(input, '', 50)}`;
  const calls: Readonly<Record<SampleCall['returns'], string>> = {
    page: `for await (const entry of client.paginate('${operationId}'${given})) {\n  console.log(entry);\n}`,
    records: `for await (const record of client.records('${operationId}'${given})) {\n  console.log(record);\n}`,
    json: `const { data } = await client.call('${operationId}'${given});\nconsole.log(data);`,
    nothing: `await client.call('${operationId}'${given});`,
  };
  return `// The package is not on npm: /api/guides/sdks says where it comes from.
import { createArchitect } from 'architect-client';

const client = createArchitect(${render(options, '', 80)});
${calls[returns]}
`;
}

function withFetch(call: SampleCall): string {
  const { method, body, tokenVariable, returns } = call;
  const headers = {
    ...(tokenVariable === undefined
      ? {}
      : { authorization: new SourceText(`\`Bearer \${process.env.${tokenVariable}}\``) }),
    ...(body === undefined ? {} : { 'content-type': body.mediaType }),
  };
  const init = {
    ...(method === 'GET' ? {} : { method }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(body === undefined ? {} : { body: sentBody(body) }),
  };
  const given = Object.keys(init).length === 0 ? '' : `, ${render(init, '', 90)}`;
  return `const response = await fetch(\`\${process.env.ARCHITECT_URL}${targetOf(call)}\`${given});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
${returns === 'nothing' ? '' : 'console.log(await response.json());\n'}`;
}

function sentBody(body: NonNullable<SampleCall['body']>): unknown {
  return typeof body.value === 'string' ? bodyText(body) : new SourceText(`JSON.stringify(${render(body.value)})`);
}
