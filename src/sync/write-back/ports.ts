import type { Answers } from '../../wellarchitected/answers';
import type { NotesMemory } from './notes-memory';

/** What bringing status back needs from outside; a connection that may only read has none of it. */
export interface WriteBackPorts {
  readonly answers: Answers;
  readonly memory: NotesMemory;
  /** Names this installation of the app in the notes: see `installationId`. */
  readonly installation: string;
  /** Address of the Jira site, without a slash at its end. */
  siteUrl(): Promise<string>;
}
