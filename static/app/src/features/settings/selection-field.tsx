import { Stack } from '@atlaskit/primitives/compiled';
import { Choice, type Option } from '../../components/choice';
import { settingsTexts } from '../../texts/settings';
import { isEmptyChoice, isEverything, type Selection, type SettingProps } from './model';
import type { Coverable } from './model';
import { Picks } from './picks';

interface Props extends SettingProps<Selection> {
  readonly coverable: Coverable;
  /** Instead of what there is to choose: that it loads, or why it cannot be read. */
  readonly notice?: React.ReactNode;
  readonly isChecked: boolean;
}

export function selectionProblem(selection: Selection | undefined): string | undefined {
  if (selection === undefined || isEverything(selection) || !isEmptyChoice(selection)) return undefined;
  return settingsTexts.selection.nothing;
}

export function SelectionField(props: Props) {
  const { value, inherited, mayInherit, isChecked, onChange } = props;
  const { selection, asSite } = settingsTexts;
  const site: Option<'site' | 'all' | 'own'>[] = mayInherit
    ? [{ value: 'site', label: asSite({ value: selectionWords(inherited ?? {}) }) }]
    : [];
  const chosen = value === undefined ? 'site' : isEverything(value) ? 'all' : 'own';
  const problem = isChecked ? selectionProblem(value) : undefined;
  return (
    <Stack space="space.100">
      <Choice<'site' | 'all' | 'own'>
        legend={selection.legend}
        hint={selection.hint}
        value={chosen}
        options={[
          ...site,
          { value: 'all', label: selection.everything },
          { value: 'own', label: selection.own },
        ]}
        onChange={(next) => onChange(next === 'site' ? undefined : next === 'all' ? {} : { lensAliases: [] })}
      />
      {value !== undefined && chosen === 'own' ? <OwnChoice {...props} value={value} /> : null}
      {problem === undefined ? null : (
        <p className="field-error below-choice" role="alert">
          {problem}
        </p>
      )}
    </Stack>
  );
}

/** Lenses and pillars; questions that were named elsewhere stay as they are. */
function OwnChoice({ value, coverable, notice, onChange }: Props & { readonly value: Selection }) {
  const own = settingsTexts.selection;
  const { lensAliases = [], selectedPillars = [], questionIds = [] } = value;
  const pillars = selectedPillars.map(({ PillarId }) => PillarId);
  const put = (lenses: readonly string[], pillarIds: readonly string[]) =>
    onChange({
      // One list stays, also an empty one: without any the choice would read as everything.
      ...(lenses.length > 0 || pillarIds.length === 0 ? { lensAliases: [...lenses] } : {}),
      ...(pillarIds.length > 0 ? { selectedPillars: pillarIds.map(pillarOf) } : {}),
      ...(questionIds.length > 0 ? { questionIds } : {}),
    });
  const pillarOf = (id: string) =>
    selectedPillars.find(({ PillarId }) => PillarId === id) ?? { PillarId: id };
  return (
    <div className="below-choice picks-columns">
      {notice}
      <Picks
        legend={own.lenses}
        addLabel={own.addLens}
        offered={coverable.lenses}
        chosen={lensAliases}
        onChange={(lenses) => put(lenses, pillars)}
      />
      <Picks
        legend={own.pillars}
        addLabel={own.addPillar}
        offered={coverable.pillars}
        chosen={pillars}
        onChange={(chosen) => put(lensAliases, chosen)}
      />
      {questionIds.length === 0 ? null : (
        <p className="hint">{own.questions({ count: questionIds.length })}</p>
      )}
    </div>
  );
}

function selectionWords(selection: Selection): string {
  const { everything, some } = settingsTexts.selection;
  if (isEverything(selection)) return everything;
  const { lensAliases = [], selectedPillars = [] } = selection;
  const chosen = [
    ...(lensAliases.length > 0 ? [some.lenses({ count: lensAliases.length })] : []),
    ...(selectedPillars.length > 0 ? [some.pillars({ count: selectedPillars.length })] : []),
  ];
  return chosen.length > 0 ? chosen.join(', ') : some.questions;
}
