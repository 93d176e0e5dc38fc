// Secrets in what other programs say, which know nothing of our contract: recognized by the words of names, and by form.

/** Replaces a secret: shows that it was present, but not its value. */
export const MASK = '[masked]';

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

/** Words that end so are secret however they begin: `PGPASSWORD`, `accesstoken`. */
const SECRET_END = /(?:password|passwd|passphrase|secret|token|apikey)$/;

/** Most names come again and again. */
const knownNames = new Map<string, boolean>();
const KNOWN_NAMES_MAX = 5000;

/** Whether what has this name is secret. */
export function isSecretName(name: string): boolean {
  const bounded = name.slice(0, 200);
  const known = knownNames.get(bounded);
  if (known !== undefined) return known;
  const isSecret = hasSecretWord(bounded);
  if (knownNames.size >= KNOWN_NAMES_MAX) knownNames.clear();
  knownNames.set(bounded, isSecret);
  return isSecret;
}

function hasSecretWord(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some(
    (word, index) =>
      secretWords.has(word) || SECRET_END.test(word) || secretPairs.has(`${words[index - 1] ?? ''} ${word}`),
  );
}

/** Digits in groups, as cards have them. The bounds keep the search linear. */
const cardPattern = /(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d.-])/g;
const credentialPattern = /\b(Bearer|Basic|Token)\s+[A-Za-z0-9._~+/=-]{8,}/gi;
const tokenPattern = /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?|\bak_[A-Za-z0-9_-]{16,}/g;
/** Up to the last `@`, because not everybody encodes the one in a password. */
const userInfoPattern = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#]{1,2000}@/gi;
const queryPattern = /([?&;])([A-Za-z0-9_.%[\]-]{1,100})=([^&;#\s"']{1,4096})/g;

/** A value with the name before it, in the notations of programs: `PGPASSWORD=…`, `"token": "…"`, `{'pwd': '…'}`. */
const namedPattern =
  /(?<![A-Za-z0-9_.-])([A-Za-z0-9_.-]{1,100})((?:\\?["'])?\s{0,3}(?:=>?|:)\s{0,3})("(?:[^"\\\r\n]|\\.){1,4096}"|\\"(?:[^"\\\r\n]|\\[^"]){1,4096}\\"|'(?:[^'\\\r\n]|\\.){1,4096}'|[^\s"'`,;&<>()[\]{}]{1,4096})/g;
const cookiePattern = /\b((?:set-)?cookie:\s{0,3})[^\s"'[][^\r\n"']{0,4096}/gi;

/** Masks card numbers, tokens, passwords in URLs, and values with secret names. */
export function maskText(text: string): string {
  return toStorable(text)
    .replaceAll(credentialPattern, `$1 ${MASK}`)
    .replaceAll(tokenPattern, MASK)
    .replaceAll(userInfoPattern, `$1${MASK}@`)
    .replaceAll(cookiePattern, `$1${MASK}`)
    .replaceAll(namedPattern, (pair, name: string, sign: string, value: string) =>
      isSecretName(name) && isValue(sign, value) ? `${name}${sign}${MASK}` : pair,
    )
    .replaceAll(queryPattern, (pair, sign: string, name: string) =>
      isSecretName(name) ? `${sign}${name}=${MASK}` : pair,
    )
    .replaceAll(cardPattern, (digits) => (isCardNumber(digits) ? MASK : digits));
}

/** Whether a value follows its name: `password: hunter2` and `password = no`, but not `Invalid token: unexpected end`. */
function isValue(sign: string, value: string): boolean {
  if (sign.includes('=') || /^\\?["']/.test(value)) return true;
  return /\s$/.test(sign) && (/\d/.test(value) || value.length > 20);
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

/** PostgreSQL stores neither NUL, which JSON may have in names and values, nor the half of a character that was cut. */
export function toStorable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
