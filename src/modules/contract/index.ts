// What other modules may use of the contract's own resources.
export { createBreachRecorder, type BreachRecorder } from './breach-recorder.service.ts';
