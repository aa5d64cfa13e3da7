import SCHEMA from '@forge/manifest/schema.json';
import { STORAGE_OPERATIONS } from '../../forge/kvs/kvs';
import { MODULES_IN_PART, MODULES_PLAYED } from '../../forge/module-types';
import { BRIDGE_LACKS, BRIDGE_NOT_SERVED, BRIDGE_SERVED } from '../../forge/pages/bridge-commands';
import { type Covered, coveredOf } from './extent';

const STORAGE = [...STORAGE_OPERATIONS, 'sql', 'object-store'] as const;

export function forgeCoverage(): Readonly<Record<'modules' | 'bridge' | 'storage', Covered>> {
  const modules = Object.keys(SCHEMA.definitions.ModuleSchema.properties);
  const bridge = [...BRIDGE_SERVED, ...Object.keys(BRIDGE_LACKS), ...BRIDGE_NOT_SERVED];
  return {
    modules: coveredOf(modules, MODULES_PLAYED, MODULES_IN_PART),
    bridge: coveredOf(bridge, BRIDGE_SERVED, BRIDGE_LACKS),
    storage: coveredOf(STORAGE, STORAGE_OPERATIONS),
  };
}
