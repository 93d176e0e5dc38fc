import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Returns a new secret: 256 random bits in base64url after a prefix for its kind (`ak_`). */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/**
 * Returns the SHA-256 hash of a token, which is stored in its place. A token has 256 random bits, so it needs no salt
 * and no slow hash.
 */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Returns the same hash as text, for keys of what is kept for a token. Takes a fifth of the time. */
export function tokenKey(token: string): string {
  return hash('sha256', token, 'base64url');
}

/**
 * Keys derived from the installation's secret. Each `purpose` has its own key: output for one purpose is invalid for
 * another.
 */
export interface Keyring {
  /** Authenticated encryption of bytes. */
  cipher(purpose: string): Cipher;
  /** Encrypts text to base64url. */
  encrypt(purpose: string, plaintext: string, context?: string): string;
  /**
   * Decrypts the output of encrypt().
   * @throws Error as Cipher.open
   */
  decrypt(purpose: string, ciphertext: string, context?: string): string;
  /** HMAC-SHA-256 in base64url. */
  sign(purpose: string, data: string): string;
  /** Compares in constant time. Signatures with previous keys are valid too. */
  verify(purpose: string, data: string, signature: string): boolean;
}

/** AES-256-GCM. The output begins with the id of the key. */
export interface Cipher {
  /** @param context what the bytes belong to (a row's id): they cannot be decrypted in another context */
  seal(plain: Buffer, context?: string): Buffer;
  /**
   * Decrypts the output of seal(), with the current key or a previous one.
   * @throws Error if it was altered or moved, or if its key is missing
   */
  open(sealed: Buffer, context?: string): Buffer;
  /** Whether the output of seal() was made with the current key. */
  isCurrent(sealed: Buffer): boolean;
}

interface Key {
  /** Four bytes at the beginning of the output that identify the key. */
  readonly id: Buffer;
  readonly derive: (purpose: string) => Buffer;
}

const ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Derives single-purpose keys from one secret by HKDF (RFC 5869).
 * @param secret the current secret
 * @param previous former secrets, so that data of the time before a change can still be read
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

/**
 * Returns the ids, in hexadecimal digits, with which the output of the keyring of these secrets begins. An id does not
 * tell its secret.
 */
export function keyIdsOf(secret: string, previous: readonly string[] = []): string[] {
  return [secret, ...previous].map((one) => createKey(one).id.toString('hex'));
}

function createCipher(keys: readonly Key[], current: Key, purpose: string): Cipher {
  return {
    seal: (plain, context = '') => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.derive(purpose), iv).setAAD(Buffer.from(context));
      return Buffer.concat([current.id, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    isCurrent: (sealed) => current.id.equals(sealed.subarray(0, ID_BYTES)),
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
