/** A TypeScript expression that is rendered unchanged, such as the name of a constant. */
export class SourceText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Renders a value as a TypeScript literal: on one line if it fits, else with one line per member. Keeps `undefined`.
 */
export function render(value: unknown, indent = '', width = 110): string {
  if (value instanceof SourceText) return value.text;
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return quote(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((member) => render(member, inner, width))
    : Object.entries(value).map(([key, member]) => `${propertyName(key)}: ${render(member, inner, width)}`);
  if (members.length === 0) return isList ? '[]' : '{}';
  const line = isList ? `[${members.join(', ')}]` : `{ ${members.join(', ')} }`;
  if (indent.length + line.length <= width && !line.includes('\n')) return line;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`;
}

function quote(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return value.includes("'") || value.includes('\\') || /[^\x20-\x7e]/.test(value)
    ? JSON.stringify(value)
    : `'${value}'`;
}

/** Returns a key as a property name, quoted if necessary. */
export function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) || /^(0|[1-9]\d{0,8})$/.test(key) ? key : quote(key);
}

/** `notification-templates` -> `NotificationTemplates`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
