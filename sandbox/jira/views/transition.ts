import { hasCondition } from '../issues/transitions';
import type { Project } from '../model/project';
import type { Transition } from '../model/workflow';
import type { Site } from '../site';
import { referenced } from '../tables';
import { fieldMetadata } from './field-metadata';
import { statusBean } from './status';

/** The document's IssueTransition. */
export function transitionBean(
  site: Site,
  transition: Transition,
  isAvailable: boolean,
  fields: Record<string, unknown> | undefined,
): Record<string, unknown> {
  return {
    id: transition.id,
    name: transition.name,
    to: statusBean(site, referenced(site.tables.statuses, transition.to)),
    hasScreen: transition.screenFields.length > 0,
    isGlobal: transition.from === 'any',
    isInitial: false,
    isAvailable,
    isConditional: hasCondition(transition),
    looped: transition.from !== 'any' && transition.from.includes(transition.to),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** `expand=transitions.fields`: the fields of the transition's screen, by id. */
export function screenOf(
  site: Site,
  project: Project,
  issueTypeId: string,
  transition: Transition,
): Record<string, unknown> {
  const entries = transition.screenFields.map((fieldId) => {
    const required = transition.requiredFields.includes(fieldId);
    const metadata = fieldMetadata(site, project, issueTypeId, { fieldId, required });
    return [fieldId, metadata] as const;
  });
  return Object.fromEntries(entries.filter(([, metadata]) => metadata !== undefined));
}
