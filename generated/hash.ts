// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  'b802531e9a8cd206d28492c9acfa66fe291deb1462318ba3f60d20f4b2200579';
