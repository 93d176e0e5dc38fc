// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  'f203dac921464f295d1c733244e83fcc7d81a7f0e51d8c5386b939761d91817d';
