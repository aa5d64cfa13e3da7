import type { Coverable } from './model';

/** The AWS Well-Architected Framework, by its alias and the ids of its pillars; others are added by their ids. */
export const FRAMEWORK: Coverable = {
  lenses: [{ id: 'wellarchitected', name: 'AWS Well-Architected Framework' }],
  pillars: [
    { id: 'operationalExcellence', name: 'Operational Excellence' },
    { id: 'security', name: 'Security' },
    { id: 'reliability', name: 'Reliability' },
    { id: 'performance', name: 'Performance Efficiency' },
    { id: 'costOptimization', name: 'Cost Optimization' },
    { id: 'sustainability', name: 'Sustainability' },
  ],
};
