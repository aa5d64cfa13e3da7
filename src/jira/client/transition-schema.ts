import { z } from 'zod';
import { statusSchema } from './issue-schema';

/** A field on a screen, as `expand=transitions.fields` and edit metadata state it. */
export const fieldSchema = z.object({
  name: z.string().optional(),
  required: z.boolean().optional(),
  hasDefaultValue: z.boolean().optional(),
  allowedValues: z.array(z.unknown()).optional(),
});

const transitionSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  isAvailable: z.boolean().optional(),
  to: statusSchema,
  fields: z.record(z.string(), fieldSchema).default({}),
});

export const transitionsSchema = z.object({ transitions: z.array(transitionSchema) });

export type ScreenField = z.infer<typeof fieldSchema>;
export type Transition = z.infer<typeof transitionSchema>;
