import { mergePatchType } from '../reader/merge-patch.ts';
import { membersOf, type Place } from '../reader/place.ts';

// Media types are compared by their meaning: case and the order of parameters do not count, nor does the charset that
// JSON and text have by default (RFC 9110, 8.3.1; RFC 8259, 8.1).

export interface Media {
  readonly written: string;
  readonly place: Place;
}

/** Returns the media types of a body by their normal form. */
export function mediaTypesOf(body: Place): ReadonlyMap<string, Media> {
  const found = new Map<string, Media>();
  for (const [written, place] of membersOf(membersOf(body).get('content'))) {
    const key = meaningOf(written);
    if (!found.has(key)) found.set(key, { written, place });
  }
  return found;
}

/** Returns the normal form of a media type: equal meanings give equal texts. */
export function meaningOf(mediaType: string): string {
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim());
  const meant = parameters
    .map((parameter) => {
      const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
      const text = value.replaceAll('"', '');
      return `${name.toLowerCase()}=${name.toLowerCase() === 'charset' ? text.toLowerCase() : text}`;
    })
    .filter((parameter) => !['=', 'charset=utf-8', 'charset=utf8'].includes(parameter));
  return [essence.toLowerCase(), ...meant.sort()].join(';');
}

/** Returns the entry by which a body of the media type is accepted, if the document does not name the type itself. */
export function acceptedAs(mediaType: string, accepted: ReadonlyMap<string, Media>): Media | undefined {
  const patch = mediaType === 'application/json' ? accepted.get(mergePatchType) : undefined;
  return patch ?? rangeFor(mediaType, accepted);
}

/** Returns the entry whose range contains the media type: `image/*` for `image/png`. */
export function rangeFor(mediaType: string, offered: ReadonlyMap<string, Media>): Media | undefined {
  const [type = ''] = mediaType.split('/');
  return mediaType.includes('*') ? offered.get('*/*') : (offered.get(`${type}/*`) ?? offered.get('*/*'));
}
