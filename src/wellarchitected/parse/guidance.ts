/** Where a person reads what to do: links and texts of AWS and of custom lenses. Pure. */
import type { LensKind } from '../arn';
import type { GuidanceLink } from '../model';
import { safeLine, safeUrl } from './text';
import type { WireChoice, WireContent } from './wire';

/** Pages of the Framework are named by choice id (seen for 305 of 307 best practices). */
const FRAMEWORK_PAGES = 'https://docs.aws.amazon.com/wellarchitected/latest/framework/';

/**
 * Links for one best practice: AWS's page for the Framework, a custom lens's own resources. Other AWS lenses
 * have theirs on the question. Each address appears once; what is not http(s) is dropped.
 */
export function practiceGuidance(kind: LensKind, choice: WireChoice): readonly GuidanceLink[] {
  switch (kind) {
    case 'framework':
      return [{ text: 'AWS guidance', url: `${FRAMEWORK_PAGES}${encodeURIComponent(choice.ChoiceId)}.html` }];
    case 'aws':
      return [];
    case 'custom':
      return distinct([
        ...link('Helpful resource', choice.HelpfulResource),
        ...link('Improvement plan', choice.ImprovementPlan),
        ...additional(choice),
      ]);
  }
}

/** The improvement plan of a question: AWS gives its address for answered questions of AWS's own lenses. */
export function questionGuidance(improvementPlanUrl: string | undefined): readonly GuidanceLink[] {
  return link('Improvement plan', { DisplayText: undefined, Url: improvementPlanUrl });
}

/**
 * What a practice is and, for a custom lens, what to do: paragraphs with an empty line between them. Custom
 * lenses have no descriptions; their texts stand in the display texts of their resources.
 */
export function practiceDescription(choice: WireChoice): string | undefined {
  const texts = [
    choice.Description,
    choice.HelpfulResource?.DisplayText,
    choice.ImprovementPlan?.DisplayText,
  ];
  const paragraphs = new Set(texts.filter((text) => text !== undefined && text !== ''));
  return paragraphs.size === 0 ? undefined : [...paragraphs].join('\n\n');
}

function additional(choice: WireChoice): readonly GuidanceLink[] {
  return choice.AdditionalResources.flatMap(({ Content }) =>
    Content.flatMap((content) => link(shortened(content.DisplayText) ?? 'Additional resource', content)),
  );
}

function link(text: string, content: WireContent | undefined): readonly GuidanceLink[] {
  const url = safeUrl(content?.Url);
  return url === undefined ? [] : [{ text, url }];
}

function distinct(links: readonly GuidanceLink[]): readonly GuidanceLink[] {
  return links.filter(({ url }, index) => links.findIndex((other) => other.url === url) === index);
}

const LINK_TEXT = 120;

function shortened(text: string | undefined): string | undefined {
  const oneLine = safeLine(text ?? '');
  if (oneLine === '') return undefined;
  return oneLine.length > LINK_TEXT ? `${safeLine(oneLine.slice(0, LINK_TEXT - 1))}…` : oneLine;
}
