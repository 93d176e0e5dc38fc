const paramLengthMax = 200;

/** Returns the `detail` of a problem: the catalogue's template filled with the error's parameters. */
export function problemDetail(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : textOf(value);
  });
}

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > paramLengthMax ? `${text.slice(0, paramLengthMax)}…` : text;
}
