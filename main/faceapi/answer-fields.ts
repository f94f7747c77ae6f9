/** The fields of an answer for people, read from its schema. */
import type { z } from 'zod';
import { type JsonSchema, resultSchema } from './result-schema.ts';

/** A field, or neighbours of which the same is to be said. */
export interface AnswerField {
  readonly names: readonly string[];
  readonly type: string;
  /** '' when the name says it all. */
  readonly about: string;
  readonly isAlwaysThere: boolean;
  /** Fields of the object, or of each object of the list. */
  readonly inner: readonly AnswerField[];
}

/** Without `status`, which every answer has. */
export const answerFields = (result: z.ZodType): AnswerField[] => fieldsOf(resultSchema(result));

function fieldsOf({ properties = {}, required = [] }: JsonSchema): AnswerField[] {
  const fields: AnswerField[] = [];
  for (const [name, schema] of Object.entries(properties)) {
    if (typeof schema === 'boolean') continue;
    const field: AnswerField = {
      names: [name],
      type: typeOf(schema),
      about: schema.description ?? '',
      isAlwaysThere: required.includes(name),
      inner: fieldsOf(itemsOf(schema) ?? schema),
    };
    const neighbour = fields.at(-1);
    if (neighbour && saysTheSame(neighbour, field))
      fields.splice(-1, 1, { ...field, names: [...neighbour.names, name] });
    else fields.push(field);
  }
  return fields;
}

const saysTheSame = (a: AnswerField, b: AnswerField): boolean =>
  a.type === b.type &&
  a.about === b.about &&
  a.isAlwaysThere === b.isAlwaysThere &&
  a.inner.length + b.inner.length === 0;

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  switch (schema.type) {
    case 'string':
      if (schema.format === 'date-time') return 'date and time';
      return schema.pattern === undefined ? 'text' : 'id';
    case 'integer':
    case 'number':
      return schema.minimum !== undefined && schema.maximum !== undefined
        ? `${schema.type} ${schema.minimum}..${schema.maximum}`
        : schema.type;
    case 'array': {
      const items = itemsOf(schema);
      if (items?.prefixItems) return 'list of [x, y]';
      return items?.pattern === undefined ? 'list of objects' : 'list of ids';
    }
    default:
      return typeof schema.type === 'string' ? schema.type : 'anything';
  }
}

/** Of a list whose items are all alike. */
function itemsOf({ items }: JsonSchema): JsonSchema | null {
  return typeof items === 'object' && !Array.isArray(items) ? items : null;
}
