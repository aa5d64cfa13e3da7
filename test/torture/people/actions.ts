/** Everything that people do while the app is at work. */
import type { Action } from './actor';
import { changeApplicable, changeChoice, editBlock, removeBlock, writeNotes } from './in-aws';
import {
  addSubtask,
  cloneIssue,
  closeWithResolution,
  deleteIssue,
  describe,
  moveCard,
  moveToProject,
  retitle,
  unlabel,
} from './in-jira';
import { changeSettings, relink, startPreview, startSync } from './in-the-app';

export const ACTIONS = {
  ...{
    retitle,
    describe,
    moveCard,
    closeWithResolution,
    deleteIssue,
    cloneIssue,
    moveToProject,
    addSubtask,
    unlabel,
  },
  ...{ writeNotes, editBlock, removeBlock, changeChoice, changeApplicable },
  ...{ startSync, startPreview, relink, changeSettings },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof ACTIONS;
