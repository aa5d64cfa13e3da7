import type { NamedOption } from '../fields/kinds';
import type { FieldKind, FieldOption } from '../model/custom-field';
import { type Site, selfUrl } from '../site';

const COLLECTIONS: Readonly<Partial<Record<FieldKind, string>>> = {
  components: 'component',
  version: 'version',
  versions: 'version',
};

/** An option, component or version with its address, and those below it. */
export function optionBean(
  site: Site,
  kind: FieldKind | undefined,
  option: FieldOption | NamedOption,
): Record<string, unknown> {
  const collection = (kind && COLLECTIONS[kind]) ?? 'customFieldOption';
  const children = 'children' in option ? option.children : undefined;
  return {
    self: selfUrl(site, `${collection}/${option.id}`),
    ...option,
    ...(children === undefined ? {} : { children: children.map((child) => optionBean(site, kind, child)) }),
  };
}
