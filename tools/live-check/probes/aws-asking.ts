/** Assumptions about AWS that requests can show which change nothing. */
import {
  GetGlobalSettingsCommand,
  ListLensesCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { found, holds, type Probes, unclear } from '../probe';

export interface AwsAccount {
  readonly client: WellArchitectedClient;
}

export const AWS_ASKING: Probes<AwsAccount> = {
  async A18({ client }) {
    const { LensSummaries = [] } = await client.send(new ListLensesCommand({}));
    const withVersion = LensSummaries.map(({ LensArn = '' }) => LensArn).filter((arn) =>
      /[:/]v?\d+(\.\d+)*$/.test(arn),
    );
    if (LensSummaries.length === 0) return unclear('the account lists no lens');
    return found(
      withVersion.length === 0,
      `${LensSummaries.length} lenses, ${withVersion.length} with a version`,
    );
  },

  /** Also an account that uses the connector answers, with its settings. */
  async A24({ client }) {
    const { JiraConfiguration } = await client.send(new GetGlobalSettingsCommand({}));
    const status = JiraConfiguration?.IntegrationStatus;
    if (status === 'NOT_CONFIGURED') return holds('NOT_CONFIGURED');
    return unclear(`answers ${status ?? 'no status'}: the account may have heard of the connector`);
  },
};
