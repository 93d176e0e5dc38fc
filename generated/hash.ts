// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  '718ff81589e16a81a1226cc08d4093fec4c834c71aeac9a1ddfc2914f02e2a28';
