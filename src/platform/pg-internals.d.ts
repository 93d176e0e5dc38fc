// pg ships this conversion of values to the texts of the protocol, but its types do not declare it.
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): Buffer | string | null;
}
