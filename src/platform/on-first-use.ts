/**
 * Returns a function that calls `make` when it is first called, and returns the same value from then on. If `make`
 * throws, the next call tries again. For what a process may never need, so that its start does not wait for it.
 */
export function onFirstUse<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
