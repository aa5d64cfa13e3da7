import { useEffect, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import Spinner from '@atlaskit/spinner';
import { usePeople } from '../../data/people';
import { siteLinksQuery } from '../../data/site-links-query';
import { Failure } from '../../components/failure';
import { PartHeading } from '../../components/part-heading';
import { TextInput } from '../../components/text-input';
import { Unreadable } from '../../components/unreadable';
import { adminTexts } from '../../texts/admin';
import { texts } from '../../texts';
import type { SiteLinkView } from '../../../../../src/contract';
import { SiteLink } from './site-link';
import { UnlinkUnreadable } from './unlink-unreadable';

/** One that is named in full is found in one read, on whichever page it stands. */
const WORKLOAD_ARN = /^arn:[\w-]+:wellarchitected:[a-z0-9-]+:\d{12}:workload\/[0-9a-f]{32}$/;

/** A search reads so many pages by itself, some 500 links: Forge lets the app read 4,000 records in a minute, for everybody. */
const MOST_PAGES_UNASKED = 20;

/** Which space syncs which workload, for whoever is asked to end that. */
export function SiteLinks() {
  const own = adminTexts.links;
  const [text, setText] = useState('');
  const sought = text.trim();
  const query = useInfiniteQuery(siteLinksQuery(WORKLOAD_ARN.test(sought) ? sought : undefined));
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const isFew = (data?.pages.length ?? 0) < MOST_PAGES_UNASKED;
  const isDue = sought !== '' && isFew && hasNextPage && !isFetching && error === null;
  useEffect(() => {
    // What is looked for may stand on a later page.
    if (isDue) void fetchNextPage({ cancelRefetch: false });
  }, [isDue, fetchNextPage]);
  const more = () => void (data === undefined ? refetch() : fetchNextPage({ cancelRefetch: false }));
  const links = data?.pages.flatMap(({ workloads }) => workloads) ?? [];
  const unreadable = data?.pages.flatMap((page) => page.unreadable ?? []);
  return (
    <Stack space="space.200">
      <PartHeading>{own.title}</PartHeading>
      <p className="plain">{own.lead}</p>
      <Unreadable records={unreadable} mendOf={(id) => <UnlinkUnreadable id={id} />} />
      <TextInput label={own.search} value={text} onChange={setText} />
      {data === undefined ? null : <Links links={links} sought={sought} isWhole={!hasNextPage} />}
      {error ? <Failure failure={error} title={own.failed} onRetry={more} /> : null}
      {isFetching ? <Spinner label={texts.shared.loading} /> : null}
      {hasNextPage && error === null ? (
        <div>
          <Button isDisabled={isFetching} onClick={more}>
            {own.more}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

interface LinksProps {
  readonly links: readonly SiteLinkView[];
  readonly sought: string;
  /** Nothing more comes. */
  readonly isWhole: boolean;
}

function Links({ links, sought, isWhole }: LinksProps) {
  const own = adminTexts.links;
  const shown = links.filter((link) => has(link, sought.toLowerCase()));
  const nameOf = usePeople(shown.map(({ linkedBy }) => linkedBy));
  if (shown.length === 0) {
    if (!isWhole) return <p className="plain">{own.noMatchYet({ count: links.length })}</p>;
    return <p className="plain">{sought === '' ? own.empty : own.noMatch}</p>;
  }
  return (
    <ul className="cards" aria-label={own.title}>
      {shown.map((link) => (
        <SiteLink key={link.workloadArn} link={link} linkedBy={nameOf(link.linkedBy)} />
      ))}
    </ul>
  );
}

function has({ name, workloadArn, projectKey = '' }: SiteLinkView, text: string): boolean {
  return [name, workloadArn, projectKey].some((each) => each.toLowerCase().includes(text));
}
