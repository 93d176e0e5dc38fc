import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** A new secret: 256 random bits in base64url after the prefix that tells its kind (`ak_`). */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a token: its SHA-256. A token has 256 random bits, so no salt and no slow hash are needed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What is derived from the installation's secret. `purpose` keeps the uses apart: nothing made for one is good for another. */
export interface Keyring {
  /** Authenticated encryption of bytes. */
  cipher(purpose: string): Cipher;
  /** The same for text, in base64url. */
  encrypt(purpose: string, plaintext: string, context?: string): string;
  /** Reads what encrypt() made. @throws Error as Cipher.open */
  decrypt(purpose: string, ciphertext: string, context?: string): string;
  /** HMAC-SHA-256 in base64url. */
  sign(purpose: string, data: string): string;
  /** Compares in constant time; signatures of previous keys hold, too. */
  verify(purpose: string, data: string, signature: string): boolean;
}

/** AES-256-GCM; what it made begins with the id of the key. */
export interface Cipher {
  /** @param context what the bytes belong to (a row's id); they cannot be moved to another one then */
  seal(plain: Buffer, context?: string): Buffer;
  /** Reads what seal() made, with this key or a previous one. @throws Error when it was altered, moved, or its key is gone */
  open(sealed: Buffer, context?: string): Buffer;
}

interface Key {
  /** Four bytes that name the key beside what it encrypted. */
  readonly id: Buffer;
  readonly derive: (purpose: string) => Buffer;
}

const ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes single-purpose keys out of one secret by HKDF (RFC 5869).
 * @param secret the current one; @param previous those that were current before, so that a change of secret loses nothing
 */
export function createKeyring(secret: string, previous: readonly string[] = []): Keyring {
  const current = createKey(secret);
  const keys = [current, ...previous.map(createKey)];
  const mac = (key: Key, purpose: string, data: string): Buffer =>
    createHmac('sha256', key.derive(`sign ${purpose}`))
      .update(data)
      .digest();
  const cipher = (purpose: string): Cipher => createCipher(keys, current, `encrypt ${purpose}`);
  return {
    cipher,
    encrypt: (purpose, plaintext, context) =>
      cipher(purpose).seal(Buffer.from(plaintext), context).toString('base64url'),
    decrypt: (purpose, ciphertext, context) =>
      cipher(purpose).open(Buffer.from(ciphertext, 'base64url'), context).toString(),
    sign: (purpose, data) => mac(current, purpose, data).toString('base64url'),
    verify: (purpose, data, signature) => {
      const given = Buffer.from(signature, 'base64url');
      return keys.some((key) => {
        const expected = mac(key, purpose, data);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
  };
}

function createCipher(keys: readonly Key[], current: Key, purpose: string): Cipher {
  return {
    seal: (plain, context = '') => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.derive(purpose), iv).setAAD(Buffer.from(context));
      return Buffer.concat([current.id, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, context = '') => {
      if (sealed.length < ID_BYTES + IV_BYTES + TAG_BYTES) throw new Error('the ciphertext is cut off');
      const key = keys.find(({ id }) => id.equals(sealed.subarray(0, ID_BYTES)));
      if (key === undefined) throw new Error('its key is not among SECRET_KEY and SECRET_KEY_PREVIOUS');
      const body = sealed.subarray(ID_BYTES + IV_BYTES, -TAG_BYTES);
      const iv = sealed.subarray(ID_BYTES, ID_BYTES + IV_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key.derive(purpose), iv).setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

function createKey(secret: string): Key {
  const derived = new Map<string, Buffer>();
  const derive = (purpose: string): Buffer => {
    const known = derived.get(purpose);
    if (known !== undefined) return known;
    // Purposes are constants of the program, so this map stays small.
    const key = Buffer.from(hkdfSync('sha256', secret, '', `architect ${purpose}`, 32));
    derived.set(purpose, key);
    return key;
  };
  return { id: derive('key id').subarray(0, ID_BYTES), derive };
}
