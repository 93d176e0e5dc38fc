/**
 * Whether a number is a multiple of a step, both in decimal notation: 19.99 is a multiple of 0.01, although the
 * quotient of their binary approximations is 1998.9999999999998.
 */
export function isMultipleOf(value: number, step: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(step)) return value % step === 0;
  if (!Number.isFinite(value)) return false;
  const [left, right] = [decimalOf(value), decimalOf(step)];
  const places = Math.max(left.places, right.places);
  return scaled(left, places) % scaled(right, places) === 0n;
}

/** The number is `digits` divided by 10 to the power of `places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/**
 * JavaScript prints the shortest decimal that reads back as the same number, so this is the decimal that the caller
 * wrote.
 */
function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}
