import { AppError } from '../problems/app-error.ts';
import { BoundedMap } from './access/bounded-map.ts';
import { parseAccept, qualityOf, type MediaRange } from './media-types.ts';

const json = 'application/json';
const vendorPattern = /^application\/vnd\.architect\.(v\d{1,9})\+json$/;
const remembered = { countMax: 500, lengthMax: 200 };

/** An alias of application/json that names the version of the contract. */
export function vendorTypeOf(version: string): string {
  return `application/vnd.architect.${version}+json`;
}

/** Returns `v7` for `application/vnd.architect.v7+json`, and undefined for every other media type. */
export function versionOfVendorType(type: string): string | undefined {
  return vendorPattern.exec(type)?.[1];
}

/**
 * Content negotiation (RFC 9110, 12.5.1) for the operations of one version. `application/vnd.architect.<version>+json`
 * is an alias of application/json if it names the version of the path.
 */
export class Negotiator {
  readonly #vendorType: string;
  readonly #offered: string;
  readonly #remembered = new BoundedMap<string, readonly MediaRange[]>(remembered.countMax);

  constructor(version: string, versions: readonly string[]) {
    this.#vendorType = vendorTypeOf(version);
    this.#offered = [json, ...versions.map(vendorTypeOf)].join(', ');
  }

  /**
   * Returns the offer that the caller prefers, or the first of several that are equally preferred. Returns undefined if
   * nothing is offered.
   * @throws AppError `not_acceptable` if the caller accepts none of the offers; `offered` lists them
   */
  choose(accept: string | undefined, offers: readonly string[]): string | undefined {
    const [first] = offers;
    if (accept === undefined || accept === '*/*' || (accept === json && first === json)) return first;
    const ranges = this.#rangesOf(accept);
    if (ranges.length === 0) return first;
    const best = Math.max(0, ...offers.map((offer) => this.#qualityOf(offer, ranges)));
    const isAcceptable = offers.length === 0 ? this.#takesVersion(ranges) : best > 0;
    if (!isAcceptable) throw new AppError('not_acceptable', 406, { offered: this.#offeredBy(offers) });
    return offers.find((offer) => this.#qualityOf(offer, ranges) === best);
  }

  #qualityOf(offer: string, ranges: readonly MediaRange[]): number {
    return offer === json ? qualityOf(ranges, json, this.#vendorType) : qualityOf(ranges, offer);
  }

  #takesVersion(ranges: readonly MediaRange[]): boolean {
    return ranges.some(
      ({ type, quality }) => quality > 0 && (versionOfVendorType(type) === undefined || type === this.#vendorType),
    );
  }

  #offeredBy(offers: readonly string[]): string {
    return offers.length === 0 || offers.includes(json) ? this.#offered : offers.join(', ');
  }

  #rangesOf(accept: string): readonly MediaRange[] {
    const known = this.#remembered.get(accept);
    if (known !== undefined) return known;
    const ranges = parseAccept(accept);
    if (accept.length <= remembered.lengthMax) this.#remembered.set(accept, ranges);
    return ranges;
  }
}
