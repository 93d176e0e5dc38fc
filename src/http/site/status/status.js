/* global window, document, fetch, AbortSignal */
// Reads /api/status again while the page is visible, and updates its texts.

const intervalMs = 15_000;
const limitMs = 10_000;
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Unchanged texts are left alone, so that screen readers do not repeat them. */
function show(container, { status, summary }) {
  const state = container.querySelector('.state');
  if (state.textContent === status) return;
  state.dataset.state = status;
  state.textContent = status;
  container.querySelector('.summary').textContent = summary;
}

async function refresh() {
  const overall = document.getElementById('overall');
  const response = await fetch('/api/status', {
    headers: { Accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(limitMs),
  }).catch(() => undefined);
  if (response?.ok !== true) {
    show(overall, { status: 'unknown', summary: 'The state cannot be read. What is shown below may be out of date.' });
    return;
  }
  const report = await response.json();
  show(overall, report);
  for (const part of report.parts) show(document.querySelector(`[data-part="${part.name}"]`), part);
  const time = document.getElementById('read-at');
  time.dateTime = report.read_at;
  time.textContent = `${days.format(Date.parse(report.read_at))}, ${report.read_at.slice(11, 19)} UTC`;
}

window.addEventListener('DOMContentLoaded', () => {
  document.getElementById('refresh').textContent = `It is read again every ${intervalMs / 1000} seconds.`;
  window.setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, intervalMs);
});
