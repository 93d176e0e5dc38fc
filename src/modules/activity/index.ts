// What other modules may use of activity.
export { activityTypes } from './activity.service.ts';
