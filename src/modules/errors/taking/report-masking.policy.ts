import { createSecretTest, MASK } from '../../../platform/secret-fields.ts';

// Reports come from programs that know nothing of our contract, so secrets are recognized by the words of their names
// and by their form.

/** Words that make a name secret: `userPassword`, `X-Auth-Token`, `card_number`. */
const secretWords = new Set([
  ...['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'secret', 'secrets', 'token', 'tokens', 'jwt', 'bearer'],
  ...['authorization', 'cookie', 'cookies', 'credential', 'credentials', 'csrf', 'xsrf', 'otp', 'cvv', 'cvc', 'ssn'],
  ...['apikey', 'sessionid', 'cardnumber', 'creditcard', 'iban'],
]);
/** Two words that are secret together. */
const secretPairs = new Set([
  ...['api key', 'private key', 'access key', 'secret key', 'encryption key', 'signing key', 'session id'],
  ...['card number', 'credit card', 'security code', 'auth header'],
]);

const isSecretField = createSecretTest({});

const DEPTH_MAX = 8;
const MEMBERS_MAX = 1000;
const TEXT_LENGTH_MAX = 8192;
const CUT = '[cut off]';

/** Bounds the size of what is stored of one report. */
interface Budget {
  members: number;
}

/** Returns a copy of a value without secrets, cut off where it is too deep, too large or too long. */
export function maskValue(value: unknown, budget: Budget = { members: MEMBERS_MAX }, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value.slice(0, TEXT_LENGTH_MAX));
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return CUT;
  if (Array.isArray(value)) return maskItems(value, budget, depth);
  return maskMembers(value, budget, depth);
}

function maskItems(items: readonly unknown[], budget: Budget, depth: number): unknown[] {
  const masked: unknown[] = [];
  for (const item of items) {
    if (budget.members-- <= 0) return [...masked, CUT];
    masked.push(maskValue(item, budget, depth + 1));
  }
  return masked;
}

function maskMembers(members: object, budget: Budget, depth: number): Record<string, unknown> {
  const masked: [string, unknown][] = [];
  for (const [name, value] of Object.entries(members)) {
    if (budget.members-- <= 0) break;
    const isHidden = value !== null && (isSecretName(name) || isSecretField(name, value));
    masked.push([withoutNul(name), isHidden ? MASK : maskValue(value, budget, depth + 1)]);
  }
  return Object.fromEntries(masked);
}

export function isSecretName(name: string): boolean {
  const words = name
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word, index) => secretWords.has(word) || secretPairs.has(`${words[index - 1] ?? ''} ${word}`));
}

/** Digits in groups, as cards have them. The bounds keep the search linear. */
const cardPattern = /(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d.-])/g;
const credentialPattern = /\b(Bearer|Basic|Token)\s+[A-Za-z0-9._~+/=-]{8,}/gi;
const tokenPattern = /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?|\bak_[A-Za-z0-9_-]{16,}/g;
const userInfoPattern = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#@]{1,200}@/gi;
const queryPattern = /([?&;])([A-Za-z0-9_.%[\]-]{1,100})=([^&;#\s"']{1,4096})/g;

/** Masks card numbers, tokens, and passwords in URLs. */
export function maskText(text: string): string {
  return withoutNul(text)
    .replaceAll(credentialPattern, `$1 ${MASK}`)
    .replaceAll(tokenPattern, MASK)
    .replaceAll(userInfoPattern, `$1${MASK}@`)
    .replaceAll(queryPattern, (pair, sign: string, name: string) =>
      isSecretName(name) ? `${sign}${name}=${MASK}` : pair,
    )
    .replaceAll(cardPattern, (digits) => (isCardNumber(digits) ? MASK : digits));
}

/** Whether the check digit is right (ISO/IEC 7812-1, Luhn), which other long numbers have by chance one time in ten. */
function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
}

/** PostgreSQL stores no NUL, which JSON may have in names and values. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
