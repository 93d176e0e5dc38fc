// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  '2a0ff4019f9057e9ea1eff6dd46bf3e0dc163afc1d010306ac670eed080ad12c';
