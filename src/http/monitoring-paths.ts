const monitoringPaths = /^\/(?:health(?:\/|$)|metrics$)/;

/** Monitoring requests these paths every few seconds. Their log lines and spans would hide all others. */
export function isMonitoringPath(path: string): boolean {
  return monitoringPaths.test(path);
}
