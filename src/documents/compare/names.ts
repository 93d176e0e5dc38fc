import { child, isSame, textsOf, type Pair } from '../reader/place.ts';
import type { AddFinding } from './change.ts';

/**
 * Compares the names that generated clients use for functions and classes.
 * @param isCalled false for webhooks and callbacks: no client calls them, and their tag is a heading only
 */
export function compareNames({ before, after }: Pair, isCalled: boolean, addFinding: AddFinding): void {
  const [old, current] = [child(before, 'operationId'), child(after, 'operationId')];
  if (!isSame(old, current)) {
    const reason = `the operationId was ${String(old?.value)} and is ${String(current?.value)}`;
    addFinding('breaking', 'operation-id-changed', current ?? after, reason);
  }
  const [was, is] = [child(before, 'tags'), child(after, 'tags')];
  if (isSame(was, is)) return;
  const reason = `the tag was ${textsOf(was).join(', ')} and is ${textsOf(is).join(', ')}`;
  addFinding(isCalled ? 'breaking' : 'documentation', 'tag-changed', is ?? after, reason);
}
