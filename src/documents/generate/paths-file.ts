import type { Operation, Parameter } from '../../contract/operation.ts';
import { notice } from './output.ts';
import { propertyName } from './source-text.ts';

/** Returns paths.ts: one function per operation, which returns the path of a request. */
export function pathsFile(table: readonly Operation[]): string {
  return [
    `// ${notice}\n\n`,
    `type Value = string | number | boolean;\n\n`,
    `/** The path of each operation, with percent-encoded values: \`paths.getTask({ task_id })\`. */\n`,
    `export const paths = {\n`,
    ...table.map((operation) => `  ${propertyName(operation.id)}: ${builder(operation)},\n`),
    `};\n`,
  ].join('');
}

function builder({ path, parameters }: Operation): string {
  const inPath = parameters.filter((it) => it.in === 'path' && path.includes(`{${it.name}}`));
  const text = path
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const parameter = inPath.find(({ name }) => part === `{${name}}`);
      return parameter === undefined
        ? escapeTemplate(part)
        : `${prefixOf(parameter)}\${encodeURIComponent(${member(parameter)})}`;
    })
    .join('');
  const members = inPath.map(({ name }) => `readonly ${propertyName(name)}: Value`).join('; ');
  return `(${members === '' ? '' : `path: { ${members} }`}) => \`${text}\``;
}

function escapeTemplate(text: string): string {
  return text.replaceAll(/[`\\$]/g, String.raw`\$&`);
}

/** Returns the characters that the parameter's style puts before the value. */
function prefixOf({ style, name }: Parameter): string {
  if (style === 'matrix') return escapeTemplate(`;${name}=`);
  return style === 'label' ? '.' : '';
}

function member({ name }: Parameter): string {
  const key = propertyName(name);
  return key === name && !/^\d/.test(key) ? `path.${key}` : `path[${key}]`;
}
