/** What each kind of field is in create metadata, and which of Jira's own fields are of such a kind. */
import type { FieldKind, FieldOption } from '../model/custom-field';
import type { Project } from '../model/project';
import type { Tables } from '../tables';

interface KindSchema {
  readonly type: string;
  readonly items?: string;
  /** Key of the type of custom field. */
  readonly custom: string;
}

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

export const KIND_SCHEMAS: Readonly<Record<FieldKind, KindSchema>> = {
  text: { type: 'string', custom: `${TYPES}:textfield` },
  textarea: { type: 'string', custom: `${TYPES}:textarea` },
  url: { type: 'string', custom: `${TYPES}:url` },
  number: { type: 'number', custom: `${TYPES}:float` },
  date: { type: 'date', custom: `${TYPES}:datepicker` },
  datetime: { type: 'datetime', custom: `${TYPES}:datetime` },
  select: { type: 'option', custom: `${TYPES}:select` },
  radio: { type: 'option', custom: `${TYPES}:radiobuttons` },
  multiselect: { type: 'array', items: 'option', custom: `${TYPES}:multiselect` },
  checkboxes: { type: 'array', items: 'option', custom: `${TYPES}:multicheckboxes` },
  cascading: { type: 'option-with-child', custom: `${TYPES}:cascadingselect` },
  labels: { type: 'array', items: 'string', custom: `${TYPES}:labels` },
  user: { type: 'user', custom: `${TYPES}:userpicker` },
  users: { type: 'array', items: 'user', custom: `${TYPES}:multiuserpicker` },
  version: { type: 'version', custom: `${TYPES}:version` },
  versions: { type: 'array', items: 'version', custom: `${TYPES}:multiversion` },
  components: { type: 'array', items: 'component', custom: '' },
  team: { type: 'team', custom: 'com.atlassian.teams:rm-teams-custom-field-team' },
  sprint: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
};

/** Fields of Jira's own that a project has beside those with readers of their own. */
export const SYSTEM_KINDS: ReadonlyMap<string, { readonly name: string; readonly kind: FieldKind }> = new Map(
  [
    ['components', { name: 'Components', kind: 'components' }],
    ['fixVersions', { name: 'Fix versions', kind: 'versions' }],
    ['versions', { name: 'Affects versions', kind: 'versions' }],
    ['environment', { name: 'Environment', kind: 'textarea' }],
  ],
);

/** Of custom fields and of those; undefined for others. */
export function kindOfField(tables: Tables, fieldId: string): FieldKind | undefined {
  return SYSTEM_KINDS.get(fieldId)?.kind ?? tables.customFields.get(fieldId)?.kind;
}

/** What a list offers in a project: the field's own options, or the project's components or versions. */
export function offeredBy(
  tables: Tables,
  project: Project,
  fieldId: string,
): readonly (FieldOption | NamedOption)[] | undefined {
  switch (kindOfField(tables, fieldId)) {
    case 'components':
      return project.components ?? [];
    case 'version':
    case 'versions':
      return project.versions ?? [];
    default:
      return tables.customFields.get(fieldId)?.options;
  }
}

/** A component or a version. */
export interface NamedOption {
  readonly id: string;
  readonly name: string;
}
