/** Results as JSON Schema, for OpenAPI and the page of documentation. */
import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export function resultSchema(result: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(result, {
    io: 'input',
    override({ jsonSchema }) {
      // That integers are safe ones goes without saying.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return schema;
}
