/** "None of these" beside the best practices of a question: where one is selected, none of these is not. Pure. */
import type { Answer } from '../../wellarchitected/answers';
import type { ChoiceUpdate } from '../../wellarchitected/model';

type Choices = ReadonlyMap<string, ChoiceUpdate>;

/** Ids of the "None of these" choices that are selected. */
export function selectedNone({ selected, noneOfThese }: Answer): readonly string[] {
  return noneOfThese.filter((id) => selected.has(id));
}

/** A question with a selected practice is not one where none of these is in place. */
export function withoutNone(choices: Choices, answer: Answer): Choices {
  const selects = [...choices.values()].some(({ status }) => status === 'SELECTED');
  return having(choices, selects ? selectedNone(answer) : [], 'UNSELECTED');
}

/** With those of them selected that the question still has, if these choices leave it without a selected practice. */
export function withNone(choices: Choices, answer: Answer, back: readonly string[]): Choices {
  const isLeft = (id: string) => (choices.get(id)?.status ?? 'SELECTED') === 'SELECTED';
  const selects = [...choices.values()].some(({ status }) => status === 'SELECTED');
  const others = [...answer.selected].filter((id) => !answer.noneOfThese.includes(id) && isLeft(id));
  if (choices.size === 0 || selects || others.length > 0) return choices;
  return having(
    choices,
    answer.noneOfThese.filter((id) => back.includes(id)),
    'SELECTED',
  );
}

function having(choices: Choices, ids: readonly string[], status: 'SELECTED' | 'UNSELECTED'): Choices {
  return new Map([...choices, ...ids.map((id): [string, ChoiceUpdate] => [id, { status }])]);
}
