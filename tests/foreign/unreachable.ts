/** Operations that no request reaches, and why. One that is reached after all fails the suite. */
export const unreachable: Readonly<Record<string, string>> = {
  '@readme/oas-examples/3.0/json/circular-request-bodies.json POST /direct':
    'the body must contain itself: no finite value does',
  '@readme/oas-examples/3.0/json/discriminators.json POST /potentially-undefined-formData':
    'exactly one of two schemas must match, and they are the same',
  '@readme/oas-examples/3.0/json/schema-types.json PUT /anything/quirks/polymorphism':
    'the body must be a string and an integer',
  '@readme/oas-examples/3.0/json/schema-types.json PATCH /anything/quirks/polymorphism':
    'the body must be a string and an integer',
  '@readme/oas-examples/3.1/json/schema-types.json PUT /anything/quirks/polymorphism':
    'the body must be a string and an integer',
  '@readme/oas-examples/3.1/json/schema-types.json PATCH /anything/quirks/polymorphism':
    'the body must be a string and an integer',
  '@readme/oas-examples/3.0/json/security-multiple.json POST /anything/and':
    'basic and bearer credentials at once, and there is one header Authorization',
  '@readme/oas-examples/3.1/json/security.json POST /anything/mutualTLS':
    'the certificate of a client is seen by what ends TLS, which stands before the engine',
};

/** Responses that cannot be given, of how many operations, and why. Any other number fails the suite. */
export const ungivable: Readonly<Record<string, { readonly operations: number; readonly reason: string }>> = {
  '@readme/oas-examples/3.0/json/readme-legacy.json 400 application/json': {
    operations: 3,
    reason: 'exactly one of several schemas must match, and they differ in nothing but a default',
  },
  '@readme/oas-examples/3.0/json/readme-legacy.json 401 application/json': {
    operations: 21,
    reason: 'exactly one of several schemas must match, and they differ in nothing but a default',
  },
};
