// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  'c90c3a15cbdd50970cb7b49b4bd4cf06e2aa31bee1d7e368acd122d05ae91bed';
