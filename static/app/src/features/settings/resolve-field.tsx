import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { Choice, type Option } from '../../components/choice';
import { texts } from '../../texts';
import { settingsTexts } from '../../texts/settings';
import type { JiraChoices } from './jira-choices';
import type { ResolveSelects, SettingProps } from './model';
import { RuleRow } from './rule-row';
import { countsRefusedWork, fromRules, ruleProblem, toRules, type Rule } from './rules';

interface Props extends SettingProps<ResolveSelects> {
  readonly choices: JiraChoices;
  readonly isChecked: boolean;
}

type Answer = 'site' | 'off' | 'own';

const NOTHING: ResolveSelects = { implemented: [], notApplicable: [] };
/** A rule that is not filled in yet. */
const BLANK: Rule = { how: 'status ', means: 'implemented' };

/** Having no rule and saying nothing are one. */
export function resolveProblem(value: ResolveSelects | undefined): string | undefined {
  const rules = value === undefined ? [] : toRules(value);
  if (rules.length === 0) return undefined;
  const problem = ruleProblem(rules);
  return problem && settingsTexts.resolve[problem];
}

export function ResolveField({ value, inherited, mayInherit, choices, isChecked, onChange }: Props) {
  const { resolve, asSite } = settingsTexts;
  const rules = value === undefined ? [] : toRules(value);
  const site: Option<Answer>[] = mayInherit
    ? [{ value: 'site', label: asSite({ value: resolveWords(inherited) }) }]
    : [];
  const without = mayInherit ? NOTHING : undefined;
  const put = (next: readonly Rule[]) => onChange(next.length === 0 ? without : fromRules(next));
  const chosen: Answer = rules.length > 0 ? 'own' : value === undefined && mayInherit ? 'site' : 'off';
  return (
    <Stack space="space.150">
      <Choice<Answer>
        legend={resolve.legend}
        hint={resolve.hint}
        value={chosen}
        options={[
          ...site,
          { value: 'off', label: resolve.off, hint: resolve.offHint },
          { value: 'own', label: resolve.own },
        ]}
        onChange={(next) => {
          if (next === 'own') put([BLANK]);
          else onChange(next === 'off' ? without : undefined);
        }}
      />
      {rules.length > 0 ? (
        <Rules
          rules={rules}
          choices={choices}
          problem={isChecked ? resolveProblem(value) : undefined}
          onChange={put}
        />
      ) : null}
    </Stack>
  );
}

interface RulesProps {
  readonly rules: readonly Rule[];
  readonly choices: JiraChoices;
  readonly problem: string | undefined;
  readonly onChange: (rules: readonly Rule[]) => void;
}

function Rules({ rules, choices, problem, onChange }: RulesProps) {
  const { resolve } = settingsTexts;
  return (
    <div className="below-choice rules">
      {choices.state === 'loading' ? <Spinner label={texts.shared.loading} /> : null}
      {choices.state === 'failed' ? <p className="field-error">{resolve.failed}</p> : null}
      {rules.map((rule, index) => (
        <RuleRow
          key={index}
          nth={index + 1}
          rule={rule}
          choices={choices}
          isInvalid={problem !== undefined}
          onChange={(next) => onChange(rules.map((known, at) => (at === index ? next : known)))}
          onRemove={() => onChange(rules.filter((_, at) => at !== index))}
        />
      ))}
      {problem === undefined ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <Inline>
        <Button spacing="compact" onClick={() => onChange([...rules, BLANK])}>
          {resolve.add}
        </Button>
      </Inline>
      {countsRefusedWork(rules) ? (
        <SectionMessage appearance="warning" title={resolve.statusOnly} headingLevel="h3">
          <p>{resolve.statusOnlyHint}</p>
        </SectionMessage>
      ) : null}
    </div>
  );
}

function resolveWords(value: ResolveSelects | undefined): string {
  const count = value === undefined ? 0 : toRules(value).length;
  return count === 0 ? settingsTexts.resolve.off : settingsTexts.resolve.count({ count });
}
