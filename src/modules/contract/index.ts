// What app.ts hands on from the contract's own resources.
export { createBreachRecorder, type BreachRecorder } from './breach-recorder.service.ts';
export { createContractService } from './contract.service.ts';
