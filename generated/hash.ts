// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  '378e9087b17c239de44e6d066a271a91023c998ff75f537ac7eb84cdf644a606';
