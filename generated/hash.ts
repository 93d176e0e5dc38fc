// Written by `make generate`; do not edit.

/** Of the bundles and of what compiles them; validators.cjs must carry the same. */
export const contractHash =
  'b363ad626da902376df6dd24aafd622686b7eade961258bde80c8d94b1162c7b';
