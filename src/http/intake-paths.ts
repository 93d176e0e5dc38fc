/** Where SDKs of Sentry send reports. Their protocol fixes these paths, which have no version and end with a slash. */
const intakePattern = /^\/api\/(?!v\d+\/)[^/]+\/(?:envelope|store)\/$/;

export function isIntakePath(path: string): boolean {
  return path.endsWith('/') && intakePattern.test(path);
}
