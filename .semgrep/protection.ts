// Planted faults: `ruleid` marks a line that the rule must find, `ok` one that it must not.
import { createCipheriv, createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import https from 'node:https';

export function algorithms(key, nonce) {
  // ruleid: weak-hash-or-cipher
  createHash('md5');
  // ruleid: weak-hash-or-cipher
  createHmac('sha1', key);
  // ruleid: weak-hash-or-cipher
  createCipheriv('aes-256-cbc', key, nonce);
  // ok: weak-hash-or-cipher
  createHash('sha256');
  // ok: weak-hash-or-cipher
  createCipheriv('aes-256-gcm', key, nonce);
}

export function random() {
  // ruleid: predictable-random
  const code = Math.random().toString(36);
  // ok: predictable-random
  return code + randomInt(10);
}

export function comparisons(session, given, expected, token) {
  // ruleid: leaky-comparison
  if (session.token === given) return true;
  // ruleid: leaky-comparison
  if (given !== session.csrf_token) return false;
  // ruleid: leaky-comparison
  if (expectedSignature === given) return true;
  // ok: leaky-comparison
  if (token === undefined) return false;
  // ok: leaky-comparison
  if (session.token_type === given) return false;
  // ok: leaky-comparison
  return timingSafeEqual(given, expected);
}

export function certificates(options) {
  // ruleid: unchecked-certificate
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
  // ruleid: unchecked-certificate
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  // ok: unchecked-certificate
  return [agent, new https.Agent({ ca: options.ca, rejectUnauthorized: true })];
}

export function cookies(context, token) {
  // ruleid: unprotected-cookie
  context.cookies.set('session', token);
  // ruleid: unprotected-cookie
  context.cookies.set('session', token, { httpOnly: false, sameSite: 'lax' });
  // ruleid: unprotected-cookie
  context.set('Set-Cookie', `session=${token}; Path=/; Secure`);
  // ok: unprotected-cookie
  context.set('Set-Cookie', `session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  // ok: unprotected-cookie
  context.cookies.set('session', token, { httpOnly: true, sameSite: 'lax', secure: true });
}

export function keys(target, body) {
  for (const [key, value] of Object.entries(body)) {
    // ruleid: shared-prototype
    target[key] = value;
  }
  for (const key of Object.keys(body)) {
    // ruleid: shared-prototype
    target[key] = true;
  }
  // ruleid: shared-prototype
  target[body.section][body.name] = body.value;
  // ok: shared-prototype
  target.title = body.title;
  // ok: shared-prototype
  return new Map(Object.entries(body));
}

export function ownKeys(target, columns) {
  for (const key of Object.keys(columns)) {
    // ok: shared-prototype
    target[key] = true;
  }
}

export function exposure(context, logger, error, password) {
  // ruleid: exposed-internals
  context.body = error.stack;
  // ruleid: exposed-internals
  context.body = { status: 500, detail: error.message };
  // ruleid: exposed-internals
  logger.info({ email: 'ada@example.com', password }, 'logged in');
  // ruleid: exposed-internals
  logger.warn({ authorization: context.get('Authorization') }, 'refused');
  // ok: exposed-internals
  logger.error({ err: error }, 'request failed');
  // ok: exposed-internals
  context.body = { status: 500, detail: 'The server failed.' };
}
