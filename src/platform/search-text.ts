/**
 * What PostgreSQL's websearch_to_tsquery is asked for. It takes a hyphen for "not" wherever one stands, and fails
 * ("tsquery stack too small") at 33 of them in a row; those that stand before no word say nothing, and go.
 */
export function searchTextOf(typed: string): string {
  return typed.replace(/-(?![\p{L}\p{N}"])/gu, ' ');
}
