// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  '17960d12b17bcca10e1984584d58f5b425d97ef2de197cbfdb81130212f3bc08';
