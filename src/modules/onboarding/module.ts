import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createInvitationService } from '../organizations/index.ts';
import { createDemoService } from './demo.service.ts';

export function createOnboardingModule({ links }: AppContext) {
  return {
    commands: {
      createDemo: createDemoService({ createInvitation: createInvitationService(links), publicUrl: links.publicUrl }),
    },
  } satisfies Module;
}
