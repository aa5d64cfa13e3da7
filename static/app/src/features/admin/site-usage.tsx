import SectionMessage from '@atlaskit/section-message';
import { Stack } from '@atlaskit/primitives/compiled';
import type { UsageHour, UsageView } from '../../../../../src/contract';
import { Loaded } from '../../components/loaded';
import { PartHeading } from '../../components/part-heading';
import { Time } from '../../components/time';
import { WideRow, WideTable } from '../../components/wide-table';
import { useAnswer } from '../../data/use-answer';
import { format } from '../../texts';
import { adminTexts } from '../../texts/admin';

const HOURS = 24;

/** What the app spends on the site: Jira's points and units of storage, by the hour. */
export function SiteUsage() {
  const asked = useAnswer('usage.get', {});
  const { title, lead } = adminTexts.usage;
  return (
    <Stack space="space.200">
      <PartHeading>{title}</PartHeading>
      <p className="plain">{lead}</p>
      <Loaded of={asked}>{(usage) => <Spent {...usage} />}</Loaded>
    </Stack>
  );
}

function Spent({ hours, slowedUntil }: UsageView) {
  const { none, slowed, slowedHint } = adminTexts.usage;
  return (
    <Stack space="space.200">
      {slowedUntil !== undefined && (
        <SectionMessage appearance="warning" title={slowed} headingLevel="h3">
          <p>{slowedHint({ at: format().moment(slowedUntil) })}</p>
        </SectionMessage>
      )}
      {hours.length === 0 ? <p className="plain">{none}</p> : <Hours hours={hours} />}
    </Stack>
  );
}

function Hours({ hours }: Pick<UsageView, 'hours'>) {
  const { title, average, busiest, columns } = adminTexts.usage;
  const sum = (of: (hour: UsageHour) => number) => hours.reduce((total, hour) => total + of(hour), 0);
  const points = Math.round(sum((hour) => hour.points) / HOURS);
  const units = Math.round(sum((hour) => hour.storageRead + hour.storageWritten) / HOURS);
  const most = Math.max(...hours.map((hour) => hour.points));
  return (
    <>
      <p className="plain">
        {average({ points, units })} {busiest({ points: most })}
      </p>
      <WideTable label={title} columns={[columns.hour, columns.points, columns.read, columns.written]}>
        {hours.map(({ at, points: spent, storageRead, storageWritten }) => (
          <WideRow key={at} cells={[<Time key="at" at={at} />, spent, storageRead, storageWritten]} />
        ))}
      </WideTable>
    </>
  );
}
