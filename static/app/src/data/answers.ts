/** The answers of this page. */
import { call } from '../bridge/invoke';
import { wholeList } from './whole-list';
import { createAnswers } from './create-answers';

export const { client, answerOf, refresh, keep, amend } = createAnswers(wholeList(call));
