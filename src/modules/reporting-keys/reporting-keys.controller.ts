import type { ReportingKeysHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import * as keys from './reporting-keys.service.ts';
import type { StoredKey } from './reporting-keys.types.ts';

type ManagementHandlers = Omit<ReportingKeysHandlers, 'receiveEnvelope' | 'receiveStoredEvent'>;

interface ReportingKeysDependencies {
  readonly pager: Pager;
  readonly publicUrl: string;
}

export function createReportingKeysController({ pager, publicUrl }: ReportingKeysDependencies): ManagementHandlers {
  const shown = (key: StoredKey) => keys.toReportingKey({ publicUrl }, key);
  return {
    async listReportingKeys({ path, query }, unit) {
      const list = paths.listReportingKeys(path);
      const slice = await keys.listReportingKeys(unit, path.project_id, pager.read(list, query));
      return pager.respond(list, query, { ...slice, rows: slice.rows.map(shown) });
    },
    async createReportingKey({ path, body }, unit) {
      const key = await keys.createReportingKey(unit, { ...path, publicUrl }, body);
      return created(key, paths.getReportingKey({ reporting_key_id: key.id }));
    },
    async getReportingKey({ path }, unit) {
      return okVersioned(shown(await keys.getReportingKey(unit, path.reporting_key_id)));
    },
    async updateReportingKey({ path, precondition, body }, unit) {
      const key = { id: path.reporting_key_id, publicUrl };
      return okVersioned(await keys.updateReportingKey(unit, key, body, precondition));
    },
    async deleteReportingKey({ path, precondition }, unit) {
      await keys.deleteReportingKey(unit, { id: path.reporting_key_id, publicUrl }, precondition);
      return noContent();
    },
  };
}
