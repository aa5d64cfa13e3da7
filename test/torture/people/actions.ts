/** Everything that people do while the app is at work. */
import type { Action } from './actor';
import { changeApplicable, changeChoice, editBlock, removeBlock, rewordLens, writeNotes } from './in-aws';
import {
  addSubtask,
  cloneIssue,
  closeWithResolution,
  deleteIssue,
  hideAll,
  hideIssue,
  showAll,
  describe,
  moveCard,
  moveToProject,
  retitle,
  unlabel,
} from './in-jira';
import { changeSettings, relink, startAgain, startPreview, startSync } from './in-the-app';

export interface Sort {
  readonly act: Action;
  /** How often it is chosen, beside the others. */
  readonly weight: number;
}

const often = (act: Action): Sort => ({ act, weight: 4 });
const sometimes = (act: Action): Sort => ({ act, weight: 2 });
const seldom = (act: Action): Sort => ({ act, weight: 1 });

export const ACTIONS = {
  ...{ retitle: often(retitle), describe: often(describe), moveCard: often(moveCard) },
  closeWithResolution: often(closeWithResolution),
  ...{ deleteIssue: sometimes(deleteIssue), cloneIssue: sometimes(cloneIssue) },
  ...{ moveToProject: seldom(moveToProject), addSubtask: seldom(addSubtask), unlabel: seldom(unlabel) },
  ...{ hideIssue: seldom(hideIssue), hideAll: seldom(hideAll), showAll: seldom(showAll) },
  ...{ writeNotes: often(writeNotes), changeChoice: often(changeChoice), rewordLens: often(rewordLens) },
  ...{
    changeApplicable: sometimes(changeApplicable),
    editBlock: seldom(editBlock),
    removeBlock: seldom(removeBlock),
  },
  ...{ startSync: sometimes(startSync), startPreview: seldom(startPreview), startAgain: seldom(startAgain) },
  ...{ relink: seldom(relink), changeSettings: sometimes(changeSettings) },
} as const satisfies Readonly<Record<string, Sort>>;

export type ActionName = keyof typeof ACTIONS;
