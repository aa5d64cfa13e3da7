import Checkbox from '@atlaskit/checkbox';
import { Field } from '../../components/field';
import { RemoveButton } from '../../components/remove-button';
import { connectionTexts } from '../../texts/connections';
import type { ServedProject } from './served-projects';

interface Props {
  readonly served: ServedProject;
  readonly onChange: (served: ServedProject) => void;
  readonly onRemove: () => void;
}

export function ServedProjectRow({ served: { projectKey, arns }, onChange, onRemove }: Props) {
  const own = connectionTexts.serves;
  return (
    <li className="served-project">
      <div className="served-head">
        <strong>{own.project({ name: projectKey })}</strong>
        <Checkbox
          label={own.onlySome}
          aria-label={`${own.project({ name: projectKey })}: ${own.onlySome}`}
          isChecked={arns !== undefined}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? { projectKey, arns: '' } : { projectKey })
          }
        />
        <RemoveButton label={own.remove({ name: projectKey })} onRemove={onRemove} />
      </div>
      {arns === undefined ? null : (
        <Field label={own.arns({ name: projectKey })} hint={own.arnsHint}>
          {({ id, describedBy }) => (
            <textarea
              className="text-area"
              id={id}
              aria-describedby={describedBy}
              spellCheck={false}
              value={arns}
              onChange={({ currentTarget }) => onChange({ projectKey, arns: currentTarget.value })}
            />
          )}
        </Field>
      )}
    </li>
  );
}
