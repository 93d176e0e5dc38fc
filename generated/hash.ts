// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  '5013f3a44069f947b3058247f0fae7a243694fa8bfb2e7d69e0ef3da93b1a878';
