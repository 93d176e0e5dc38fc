// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  'abd165e0881e4ecd4411ca987d2b2a8c60d5de40540fb0b299ef98142c5c405d';
