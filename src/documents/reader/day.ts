/** Whether a text is a date of the calendar, as 2027-06-30. Date.parse reads 2026-02-30 as the second of March. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
