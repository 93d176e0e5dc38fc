import type { Parameter } from '../../src/contract/operation.ts';

// Parameters as a client writes them: the table "Style Examples" of OpenAPI 3.1, from the other side.

/** What a parameter adds to the request: text for its segment, `name=value` pairs, or a header's value. */
export function written(parameter: Parameter, value: unknown): string[] {
  const { name, style, explode, type } = parameter;
  const escape = parameter.in === 'header' ? String : encodeURIComponent;
  if (type.kind === 'json') return [named(parameter, escape(JSON.stringify(value)))];
  if (Array.isArray(value))
    return writtenList(
      parameter,
      value.map((one) => escape(textOf(one))),
    );
  if (typeof value !== 'object' || value === null) {
    const text = escape(textOf(value));
    return [style === 'matrix' ? `;${name}=${text}` : style === 'label' ? `.${text}` : named(parameter, text)];
  }
  const members = Object.entries(value).map(([key, one]) => [escape(key), escape(textOf(one))] as const);
  const pairs = members.map(([key, text]) => `${key}=${text}`);
  if (style === 'deepObject') return members.map(([key, text]) => `${encodeURIComponent(name)}%5B${key}%5D=${text}`);
  if (!explode) return writtenList(parameter, members.flat());
  if (style === 'matrix') return [pairs.map((pair) => `;${pair}`).join('')];
  if (style === 'label') return [`.${pairs.join('.')}`];
  return style === 'form' ? pairs : [named(parameter, pairs.join(','))];
}

function writtenList(parameter: Parameter, texts: readonly string[]): string[] {
  const { name, style, explode, type } = parameter;
  const isExploded = explode && type.kind === 'array';
  switch (style) {
    case 'matrix':
      return [isExploded ? texts.map((text) => `;${name}=${text}`).join('') : `;${name}=${texts.join(',')}`];
    case 'label':
      return [`.${texts.join(isExploded ? '.' : ',')}`];
    case 'spaceDelimited':
      return isExploded ? texts.map((text) => named(parameter, text)) : [named(parameter, texts.join('%20'))];
    case 'pipeDelimited':
      return isExploded ? texts.map((text) => named(parameter, text)) : [named(parameter, texts.join('%7C'))];
    default:
      return isExploded && style === 'form'
        ? texts.map((text) => named(parameter, text))
        : [named(parameter, texts.join(','))];
  }
}

function named(parameter: Parameter, text: string): string {
  const isPair = parameter.in === 'query' || parameter.in === 'cookie';
  return isPair ? `${encodeURIComponent(parameter.name)}=${text}` : text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A media type of the range: `image/*` becomes one that a client or a handler could name. */
export function concrete(type: string): string {
  return type.replace('*/*', 'text/plain').replace('/*', '/plain');
}
