// Parses header elements with parameters (RFC 9110, 5.6.6) and lists of them with weights (RFC 9110, 12.4.2).

/** `text/html;charset=utf-8`, `gzip;q=0.5` */
interface HeaderElement {
  /** In lower case, without parameters. */
  readonly value: string;
  /** Parameter name in lower case -> value. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface WeightedElement extends HeaderElement {
  /** From 0 (not acceptable) to 1, which is the default; undefined if the weight is malformed. */
  readonly quality: number | undefined;
}

const qualityPattern = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** Parses the elements of a header such as Accept or Accept-Encoding. */
export function parseWeightedList(header: string): WeightedElement[] {
  return split(header, ',').map((text) => {
    const element = parseElement(text);
    const weight = element.parameters.get('q') ?? '1';
    return { ...element, quality: qualityPattern.test(weight) ? Number(weight) : undefined };
  });
}

/** Parses one element. The value is not validated. */
export function parseElement(text: string): HeaderElement {
  const [value = '', ...rest] = split(text, ';').map((part) => part.trim());
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals)).trim().toLowerCase();
    // A parameter without a value is ignored. Of two parameters of the same name, the first counts.
    if (name !== '' && !parameters.has(name)) parameters.set(name, unquoted(part.slice(equals + 1).trim()));
  }
  return { value: value.toLowerCase(), parameters };
}

/** Splits a text at a separator outside of quoted strings (RFC 9110, 5.6.4). */
function split(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let begin = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...parts, text.slice(begin)];
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    : value;
}
