import { child, isSame, textsOf, type Pair } from '../reader/place.ts';
import type { Tell } from './change.ts';

/**
 * Compares the names that generated clients use for functions and classes.
 * @param isCalled false for webhooks and callbacks: no client calls them, and their tag is a heading only
 */
/** @param isCalled false for webhooks and callbacks, which no client calls: their tag is a heading */
export function compareNames({ before, after }: Pair, isCalled: boolean, tell: Tell): void {
  const [old, current] = [child(before, 'operationId'), child(after, 'operationId')];
  if (!isSame(old, current)) {
    const reason = `clients call ${String(old?.value)}; it is ${String(current?.value)} now`;
    tell('breaking', 'operation-id-changed', current ?? after, reason);
  }
  const [was, is] = [child(before, 'tags'), child(after, 'tags')];
  if (isSame(was, is)) return;
  const reason = `clients look for it under ${textsOf(was).join(', ')}; it is under ${textsOf(is).join(', ')} now`;
  tell(isCalled ? 'breaking' : 'documentation', 'tag-changed', is ?? after, reason);
}
