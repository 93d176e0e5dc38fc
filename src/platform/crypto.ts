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
  /** 32 bytes for one purpose. */
  deriveKey(purpose: string): Buffer;
  /** AES-256-GCM. `context` (a row's id) is bound to the text, which cannot be moved to another row then. */
  encrypt(purpose: string, plaintext: string, context?: string): string;
  /** Reads what encrypt() made, with this key or a previous one. @throws Error when it was altered, moved, or its key is gone */
  decrypt(purpose: string, ciphertext: string, context?: string): string;
  /** HMAC-SHA-256 in base64url. */
  sign(purpose: string, data: string): string;
  /** Compares in constant time; signatures of previous keys hold, too. */
  verify(purpose: string, data: string, signature: string): boolean;
}

interface Key {
  /** Eight hexadecimal digits that name the key beside what it encrypted. */
  readonly id: string;
  readonly derive: (purpose: string) => Buffer;
}

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
  return {
    deriveKey: (purpose) => current.derive(`derive ${purpose}`),
    encrypt: (purpose, plaintext, context = '') => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.derive(`encrypt ${purpose}`), iv);
      cipher.setAAD(Buffer.from(context));
      const sealed = Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${current.id}.${sealed.toString('base64url')}`;
    },
    decrypt: (purpose, ciphertext, context = '') => {
      const [id, text = ''] = ciphertext.split('.');
      const key = keys.find((candidate) => candidate.id === id);
      if (key === undefined) throw new Error(`the key ${id ?? ''} is not among SECRET_KEY and SECRET_KEY_PREVIOUS`);
      const sealed = Buffer.from(text, 'base64url');
      if (sealed.length < IV_BYTES + TAG_BYTES) throw new Error('the ciphertext is cut off');
      const decipher = createDecipheriv('aes-256-gcm', key.derive(`encrypt ${purpose}`), sealed.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      return decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
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
  return { id: derive('key id').toString('hex', 0, 4), derive };
}
