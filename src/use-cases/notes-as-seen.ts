/** A question's notes on the panel of an issue: whose block it is, and what of it the caller may see. */
import type { IssueInReview } from '../contract';
import type { Jira } from '../jira/jira';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import type { SiteAddress } from '../jira/site-address';
import type { OwnQuestion } from '../notes/installation';
import type { NotesMemory } from '../sync/write-back/notes-memory';
import { keysInBlock, visibleBlock, visibleNotes } from './visible-block';

/** What tells the app's block in the notes from those of other installations, and from what others put in its place. */
export interface OwnNotesPorts {
  readonly notesMemory: Pick<NotesMemory, 'load'>;
  readonly installationOn: (site: string) => string;
  readonly siteAddress: SiteAddress;
  readonly openJira: () => Pick<Jira, 'siteUrl'>;
}

interface QuestionOnSite {
  readonly site: string;
  readonly workloadArn: string;
  readonly lens: string;
  readonly question: string;
}

type ShownNotes = NonNullable<IssueInReview['notes']>;

/** One read of storage more than the address of the site, which is kept. */
export async function ownQuestion(
  { site, workloadArn, lens, question }: QuestionOnSite,
  ports: OwnNotesPorts,
): Promise<OwnQuestion> {
  const [siteUrl, memory] = await Promise.all([
    ports.siteAddress(ports.openJira()),
    ports.notesMemory.load(workloadArn, lens),
  ]);
  const remembered = memory?.questions.get(question);
  return { installation: ports.installationOn(site), siteUrl, remembered };
}

/** The app wrote the block from all issues of the question; some of them may be hidden from the caller. */
export async function notesAsSeen(
  { people, block }: ShownNotes,
  { jiraAsCaller }: { readonly jiraAsCaller: Pick<JiraAsCaller, 'visibleIssues'> },
): Promise<ShownNotes> {
  const keys = keysInBlock([people, block?.text ?? ''].join('\n'));
  if (block === undefined && keys.size === 0) return { people };
  const visible = await jiraAsCaller.visibleIssues(keys);
  const shown = { people: visibleNotes(people, visible) };
  if (block === undefined) return shown;
  return { ...shown, block: { ...block, text: visibleBlock(block.text, visible) } };
}

/** The same while a run is under way: it remembers what it wrote when it ends or pauses, and not before. */
export function notesBeside<P extends { readonly notes?: ShownNotes }>(place: P): P {
  const { notes } = place;
  if (notes?.block?.origin !== 'differs') return place;
  return { ...place, notes: { ...notes, block: { ...notes.block, origin: 'not-confirmed' } } };
}
