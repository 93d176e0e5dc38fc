import type { TracedProcess, TraceSettings } from './trace-settings.ts';
import type { Tracer } from './tracer.ts';

/** Opens the tracer; undefined if tracing is off. OpenTelemetry is loaded only if it is on. */
export async function openTracer(settings: TraceSettings, facts: TracedProcess): Promise<Tracer | undefined> {
  const { endpoint } = settings;
  if (endpoint === undefined) return undefined;
  const { OpenTelemetryTracer } = await import('./open-telemetry-tracer.ts');
  return new OpenTelemetryTracer({ ...settings, endpoint }, facts);
}
