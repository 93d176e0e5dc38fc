import { AppError } from '../problems/app-error.ts';

interface Range {
  readonly type: string;
  readonly quality: number;
}

const json = 'application/json';
const vendorPattern = /^application\/vnd\.architect\.(v\d{1,9})\+json$/;
const rememberedMax = 500;
const rememberedLengthMax = 200;

/**
 * Content negotiation (RFC 9110, 12.5.1) for the operations of one version. `application/vnd.architect.<version>+json`
 * is another name of application/json, as long as it names the version of the path.
 */
export class Negotiator {
  readonly #vendorType: string;
  readonly #offered: string;
  readonly #remembered = new Map<string, readonly Range[]>();

  constructor(version: string, versions: readonly string[]) {
    this.#vendorType = vendorTypeOf(version);
    this.#offered = [json, ...versions.map(vendorTypeOf)].join(', ');
  }

  /**
   * The offer that is preferred; of equals, the first. Undefined where there is no content to choose.
   * @throws AppError `not_acceptable` when nothing of what is offered is accepted; `offered` lists what exists.
   */
  choose(accept: string | undefined, offers: readonly string[]): string | undefined {
    const [first] = offers;
    if (accept === undefined || accept === '*/*' || (accept === json && first === json)) return first;
    const ranges = this.#rangesOf(accept);
    if (ranges.length === 0) return first;
    const best = Math.max(0, ...offers.map((offer) => this.#qualityOf(offer, ranges)));
    const isAcceptable =
      offers.length === 0
        ? ranges.some(({ type, quality }) => quality > 0 && (!vendorPattern.test(type) || type === this.#vendorType))
        : best > 0;
    if (!isAcceptable) throw new AppError('not_acceptable', 406, { offered: this.#offeredBy(offers) });
    return offers.find((offer) => this.#qualityOf(offer, ranges) === best);
  }

  #qualityOf(offer: string, ranges: readonly Range[]): number {
    const exact = ranges.filter(({ type }) => type === offer || (offer === json && type === this.#vendorType));
    const family = `${offer.slice(0, offer.indexOf('/'))}/*`;
    const candidates = [
      exact,
      ranges.filter(({ type }) => type === family),
      ranges.filter(({ type }) => type === '*/*'),
    ];
    const best = candidates.find((some) => some.length > 0) ?? [];
    return Math.max(0, ...best.map(({ quality }) => quality));
  }

  #offeredBy(offers: readonly string[]): string {
    return offers.length === 0 || offers.includes(json) ? this.#offered : offers.join(', ');
  }

  #rangesOf(accept: string): readonly Range[] {
    const known = this.#remembered.get(accept);
    if (known !== undefined) return known;
    const ranges = parseAccept(accept);
    if (accept.length <= rememberedLengthMax && this.#remembered.size < rememberedMax)
      this.#remembered.set(accept, ranges);
    return ranges;
  }
}

function vendorTypeOf(version: string): string {
  return `application/vnd.architect.${version}+json`;
}

/** Elements that are no media range are left out; an Accept of nothing but those asks for nothing in particular. */
function parseAccept(accept: string): Range[] {
  const ranges: Range[] = [];
  for (const element of accept.split(',')) {
    const [range = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
    if (!/^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(range)) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    ranges.push({ type: range, quality: /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0 });
  }
  return ranges;
}

/** The media type of a Content-Type header without its parameters, in lower case, and its charset. */
export function parseContentType(header: string): { readonly essence: string; readonly charset: string | undefined } {
  if (header === json) return { essence: json, charset: undefined };
  const semicolon = header.indexOf(';');
  const essence = (semicolon === -1 ? header : header.slice(0, semicolon)).trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(header)?.[1]?.toLowerCase();
  return { essence, charset };
}
