import type { Labels } from '../../../../src/model/labels.ts';

/** A map of texts, as labels are; a name it lacks reads as empty text. */
export interface TemplateMap {
  readonly kind: 'map';
  readonly entries: Labels;
}

/** A struct of Go, such as a sample; to ask for a field it lacks is an error. */
export interface TemplateStruct {
  readonly kind: 'struct';
  /** Its type in Go, for messages. */
  readonly type: string;
  readonly fields: Readonly<Record<string, TemplateValue>>;
}

/** A value in a template. A `bigint` is an int of Go and a `number` a float64, which Go never compares with each other. */
export type TemplateValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | TemplateMap
  | TemplateStruct
  | readonly TemplateValue[];

export const isList = (value: TemplateValue): value is readonly TemplateValue[] => Array.isArray(value);

/** The name of a value's type in Go, as its messages have it. */
export function typeName(value: TemplateValue): string {
  if (value === null) return '<nil>';
  if (isList(value)) return 'template.queryResult';
  if (typeof value === 'object') return value.kind === 'map' ? 'map[string]string' : value.type;
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? 'float64' : 'string';
}

/** Whether `if` and its like take a value for true: it is neither zero nor empty. */
export function isTrue(value: TemplateValue): boolean {
  if (value === null) return false;
  if (isList(value)) return value.length > 0;
  if (typeof value === 'object') return value.kind === 'struct' || Object.keys(value.entries).length > 0;
  return typeof value === 'number' ? value !== 0 : Boolean(value);
}
