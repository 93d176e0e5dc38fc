import type { Parameter, ParameterType } from '../operation.ts';
import { decodePercent, decodeQuery, MalformedText, primitiveOf } from './parameter-values.ts';

/**
 * Converts the text on the wire to a value.
 * @throws MalformedText
 */
export type TextDecoder = (raw: string) => unknown;

type Unescape = (text: string) => string;

/**
 * Returns the decoder of a parameter that is one piece of text: all except exploded arrays and objects in queries and
 * cookies. Follows the table "Style Examples" of OpenAPI 3.1.1. Delimiters are found before percent-decoding, so that
 * an encoded comma belongs to the value.
 * @throws Error for a style that the location does not have
 */
export function decoderOf(parameter: Parameter): TextDecoder {
  const { type, explode, name } = parameter;
  const unescape = unescapeOf(parameter);
  switch (parameter.style) {
    case 'simple':
      return delimited(type, { separator: ',', pairs: explode ? '=' : undefined, unescape });
    case 'form':
      return delimited(type, { separator: ',', pairs: undefined, unescape });
    case 'spaceDelimited':
      return delimited(type, { separator: /%20|\+/, pairs: undefined, unescape });
    case 'pipeDelimited':
      return delimited(type, { separator: /%7C|\|/i, pairs: undefined, unescape });
    case 'label': {
      const decode = delimited(type, { separator: explode ? '.' : ',', pairs: explode ? '=' : undefined, unescape });
      return (raw) => decode(withoutPrefix(raw, '.'));
    }
    case 'matrix':
      return matrixDecoder(type, { name, explode, unescape });
    case 'deepObject':
      throw new Error(`${name}: deepObject is a style of objects in queries`);
  }
}

interface Delimiters {
  readonly separator: string | RegExp;
  /** The delimiter between a name and its value in exploded objects; undefined if names and values alternate. */
  readonly pairs: string | undefined;
  readonly unescape: Unescape;
}

function delimited(type: ParameterType, delimiters: Delimiters): TextDecoder {
  const { separator, unescape } = delimiters;
  if (type.kind === 'array') {
    const { items } = type;
    return (raw) => (raw === '' ? [] : raw.split(separator).map((piece) => primitiveOf(items, unescape(piece))));
  }
  if (type.kind === 'object') {
    return (raw) => objectOf(type, raw === '' ? [] : entriesOf(raw.split(separator), delimiters));
  }
  return (raw) => primitiveOf(type, unescape(raw));
}

function matrixDecoder(
  type: ParameterType,
  style: { readonly name: string; readonly explode: boolean; readonly unescape: Unescape },
): TextDecoder {
  const { name, explode, unescape } = style;
  const decode = delimited(type, { separator: ',', pairs: undefined, unescape });
  if (explode && type.kind === 'object') {
    const decodePairs = delimited(type, { separator: ';', pairs: '=', unescape });
    return (raw) => decodePairs(withoutPrefix(raw, ';'));
  }
  if (explode && type.kind === 'array') {
    return (raw) => {
      const pieces = withoutPrefix(raw, ';').split(';');
      return pieces.map((piece) => primitiveOf(type.items, unescape(valueOfNamed(piece, name))));
    };
  }
  return (raw) => decode(valueOfNamed(withoutPrefix(raw, ';'), name));
}

/** Builds an object from pairs of texts. A name of Object.prototype becomes an own member, which no schema allows. */
export function objectOf(
  type: Extract<ParameterType, { kind: 'object' }>,
  entries: readonly (readonly [string, string])[],
): Record<string, unknown> {
  return Object.fromEntries(entries.map(([name, text]) => [name, memberOf(type, name, text)]));
}

function memberOf(type: Extract<ParameterType, { kind: 'object' }>, name: string, text: string): unknown {
  const member = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
  return member === undefined ? text : primitiveOf(member, text);
}

function entriesOf(pieces: readonly string[], { pairs, unescape }: Delimiters): [string, string][] {
  if (pairs !== undefined) {
    return pieces.map((piece) => {
      const at = piece.indexOf(pairs);
      return at === -1 ? [unescape(piece), ''] : [unescape(piece.slice(0, at)), unescape(piece.slice(at + 1))];
    });
  }
  if (pieces.length % 2 === 1) throw new MalformedText('malformed_style', 'must alternate names and values');
  return Array.from({ length: pieces.length / 2 }, (_, index) => [
    unescape(pieces[2 * index] ?? ''),
    unescape(pieces[2 * index + 1] ?? ''),
  ]);
}

function withoutPrefix(raw: string, prefix: string): string {
  if (!raw.startsWith(prefix)) throw new MalformedText('malformed_style', `must begin with "${prefix}"`);
  return raw.slice(prefix.length);
}

function valueOfNamed(piece: string, name: string): string {
  if (piece === name) return '';
  if (!piece.startsWith(`${name}=`)) throw new MalformedText('malformed_style', `must have the form ;${name}=value`);
  return piece.slice(name.length + 1);
}

/** Header values are not percent-encoded (OpenAPI 3.1, "Parameter Object": RFC 6570 does not apply to them). */
function unescapeOf(parameter: Parameter): Unescape {
  switch (parameter.in) {
    case 'query':
      return decodeQuery;
    case 'header':
      return (text) => text.trim();
    case 'path':
    case 'cookie':
      return decodePercent;
  }
}
