/** What a screen says about a field: create metadata and the fields of a transition. */
import { fieldDefinition } from '../fields/catalogue';
import { kindOfField, offeredBy } from '../fields/kinds';
import { hasDefault } from '../fields/required';
import { optionBean } from './option';
import type { Project } from '../model/project';
import { type Site, selfUrl } from '../site';
import { referenced } from '../tables';
import { issueTypeBean } from './issue-type';
import { priorityBean, resolutionBean } from './priority';
import { projectBean } from './project';

/** The document's FieldMetadata; `undefined` for a field that does not exist. */
export function fieldMetadata(
  site: Site,
  project: Project,
  issueTypeId: string,
  field: { readonly fieldId: string; readonly required: boolean },
): Record<string, unknown> | undefined {
  const definition = fieldDefinition(site.tables, field.fieldId);
  if (definition === undefined) return undefined;
  const allowedValues = allowedValuesOf(site, project, issueTypeId, field.fieldId);
  const defaultValue = defaultValueOf(site, project, field.fieldId);
  return {
    required: field.required,
    schema: definition.schema,
    name: definition.name,
    key: definition.id,
    ...(field.fieldId === 'labels' ? { autoCompleteUrl: selfUrl(site, 'labels/suggest?query=') } : {}),
    hasDefaultValue: hasDefault(site.tables, field.fieldId),
    operations: definition.operations,
    ...(allowedValues === undefined ? {} : { allowedValues }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

function allowedValuesOf(site: Site, project: Project, issueTypeId: string, fieldId: string): unknown {
  const { tables } = site;
  if (fieldId === 'issuetype') return [issueTypeBean(site, referenced(tables.issueTypes, issueTypeId))];
  if (fieldId === 'project') return [projectBean(site, project)];
  if (fieldId === 'priority') {
    return project.priorityIds.map((id) => priorityBean(site, referenced(tables.priorities, id)));
  }
  if (fieldId === 'resolution') {
    return [...tables.resolutions.values()].map((resolution) => resolutionBean(site, resolution));
  }
  const kind = kindOfField(tables, fieldId);
  return offeredBy(tables, project, fieldId)?.map((option) => optionBean(site, kind, option));
}

function defaultValueOf(site: Site, project: Project, fieldId: string): unknown {
  const { tables } = site;
  if (fieldId === 'priority')
    return priorityBean(site, referenced(tables.priorities, project.defaultPriorityId));
  return tables.customFields.get(fieldId)?.defaultValue;
}
