// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  '0700b0d7b93c9eb4bfb24c7a37cf359e91142cba5f82846e8891e77128dbf374';
