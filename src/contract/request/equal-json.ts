/**
 * Whether two values of JSON are equal, as `const` and `enum` mean it (JSON Schema, 4.2.2). Asks no value for methods:
 * names such as `toString` are members like any other. It goes no deeper than the second value, which the schema holds.
 * Compiled validators require this file.
 */
export function equalJson(value: unknown, expected: unknown): boolean {
  if (!isNested(value) || !isNested(expected)) return value === expected;
  if (Array.isArray(value) !== Array.isArray(expected)) return false;
  const names = Object.keys(expected);
  return (
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && equalJson(value[name], expected[name]))
  );
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
