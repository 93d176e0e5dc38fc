// What the composition root, the health checks and the demo use of incidents.
export { countOpenIncidents, findLatestOpenTitle } from './incidents.repository.ts';
export { createFailureReports } from './log/failure-reports.service.ts';
export { createFailureWriter } from './log/failure-writer.service.ts';
export { createIncidentLog, dropReasons, type IncidentLog } from './log/incident-log.service.ts';
export { recordPastIncident } from './log/past-incidents.service.ts';
export { failureOfBreach, failureOfRequest } from './log/request-failures.policy.ts';
export { watchDependencies, watchPasses } from './log/watches.service.ts';
export { incidentKinds } from './incidents.types.ts';
