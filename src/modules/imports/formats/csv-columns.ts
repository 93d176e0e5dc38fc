/** Names of the columns that the first row of a CSV file gives, whatever their case. */
export function columnsOf(header: readonly (string | null)[]): string[] {
  return header.map((cell) => (cell ?? '').trim().toLowerCase());
}
