import { createHash } from 'node:crypto';
import type { Operation } from '../../contract/operation.ts';
import { canonicalJson } from '../reader/json.ts';
import { notice } from './output.ts';
import { render, SourceText } from './source-text.ts';

/**
 * Returns operations.ts: the table as TypeScript. Parameters and responses that several operations share are constants.
 */
export function operationsFile(table: readonly Operation[]): string {
  const shared = new Map<string, { readonly name: string; readonly source: string; uses: number }>();
  const note = (prefix: string, type: string, value: unknown) => {
    const canonical = identity(value);
    const known = shared.get(canonical);
    if (known !== undefined) known.uses += 1;
    else {
      const name = `${prefix}_${createHash('sha256').update(canonical).digest('hex').slice(0, 8)}`;
      shared.set(canonical, { name, source: `const ${name}: ${type} = ${render(value)};\n`, uses: 1 });
    }
  };
  for (const operation of table) {
    for (const parameter of operation.parameters) note(identifier(parameter.name), 'Parameter', parameter);
    for (const [status, response] of Object.entries(operation.responses))
      note(`response${status}`, 'ResponseSpec', response);
  }
  const refer = (value: unknown) => {
    const known = shared.get(identity(value));
    return known !== undefined && known.uses > 1 ? new SourceText(known.name) : value;
  };
  const rows = table.map((operation) => ({
    ...operation,
    parameters: operation.parameters.map(refer),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => [status, refer(response)]),
    ),
  }));
  const constants = [...shared.values()].filter(({ uses }) => uses > 1).map(({ source }) => source);
  const types = ['Operation', 'Parameter', 'ResponseSpec'].filter(
    (type) => type === 'Operation' || constants.some((text) => text.includes(`: ${type} =`)),
  );
  return [
    `// ${notice}\n\n`,
    `import type { ${types.join(', ')} } from '../../src/contract/operation.ts';\n\n`,
    ...constants,
    `\nexport const operations = ${render(rows)} satisfies readonly Operation[];\n`,
  ].join('');
}

/** Keeps members that are undefined, unlike JSON. */
function identity(value: unknown): string {
  return canonicalJson(value) + render(value);
}

function identifier(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, '_');
}
