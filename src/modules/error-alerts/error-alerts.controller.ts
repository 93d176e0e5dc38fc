import type { ErrorAlertsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import { listErrorAlerts } from './alerts/error-alerts.service.ts';
import * as rules from './rules/error-alert-rules.service.ts';

interface ErrorAlertsDependencies {
  readonly pager: Pager;
}

export function createErrorAlertsController({ pager }: ErrorAlertsDependencies): ErrorAlertsHandlers {
  return {
    async listErrorAlertRules({ query }, unit) {
      const list = paths.listErrorAlertRules();
      return pager.respond(list, query, await rules.listErrorAlertRules(unit, query, pager.read(list, query)));
    },
    async createErrorAlertRule({ body }, unit) {
      const rule = await rules.createErrorAlertRule(unit, body);
      return created(rule, paths.getErrorAlertRule({ rule_id: rule.id }));
    },
    async getErrorAlertRule({ path }, unit) {
      return okVersioned(await rules.getErrorAlertRule(unit, path.rule_id));
    },
    async updateErrorAlertRule({ path, precondition, body }, unit) {
      return okVersioned(await rules.updateErrorAlertRule(unit, path.rule_id, body, precondition));
    },
    async deleteErrorAlertRule({ path, precondition }, unit) {
      await rules.deleteErrorAlertRule(unit, path.rule_id, precondition);
      return noContent();
    },
    async listErrorAlerts({ query }, unit) {
      const list = paths.listErrorAlerts();
      return pager.respond(list, query, await listErrorAlerts(unit, query, pager.read(list, query)));
    },
  };
}
