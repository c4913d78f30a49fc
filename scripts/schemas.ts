import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { configFileSchema } from '../server/settings/configFile.ts';
import {
  dashboardSchema,
  type PanelKindId,
  panelKinds,
  panelSchema,
  typedVariable,
  variableSchema,
} from '../src/model/dashboard.ts';
import { packSchema } from '../src/model/pack.ts';
import { localizedText } from '../src/model/schema.ts';
import { optionDecoders } from '../src/panels/optionDecoders.ts';
import { root } from './command.ts';
import { one, type Step } from './steps.ts';

/** What JSON Schema has no words for; Mirante itself still checks it. */
const unsaid: ConversionConfig = {
  typeMode: 'input',
  errorMode: 'throw',
  ignoreActions: ['check', 'trim'],
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (!('requirement' in valibotAction && valibotAction.requirement instanceof RegExp)) return undefined;
    // A pattern cannot say that case does not matter.
    const { pattern: _, ...others } = jsonSchema;
    return valibotAction.requirement.flags === '' ? undefined : others;
  },
};

/** Variables may leave out the `type` that their other keys tell (see `variableSchema`). */
const toldTypes: readonly unknown[] = ['query', 'custom', 'constant', 'textbox'];

const shared: ConversionConfig = {
  ...unsaid,
  overrideSchema: ({ valibotSchema, jsonSchema }) => {
    // A pipe is converted by what it starts with.
    if (valibotSchema === variableSchema.pipe[0]) return variable();
    return valibotSchema === panelSchema ? panelOf(jsonSchema) : undefined;
  },
};

function variable(): JsonSchema {
  const { oneOf = [] } = toJsonSchema(typedVariable, unsaid);
  return { anyOf: oneOf.map((one) => (typeof one === 'object' ? withoutToldType(one) : one)) };
}

function withoutToldType(schema: JsonSchema): JsonSchema {
  const type = schema.properties?.type;
  const isTold = typeof type === 'object' && toldTypes.includes(type.const);
  return isTold ? { ...schema, required: schema.required?.filter((key) => key !== 'type') ?? [] } : schema;
}

const textOnly = { text: localizedText };

/** A panel with what its options must be, by its kind. */
function panelOf(schema: JsonSchema): JsonSchema {
  return { ...schema, allOf: panelKinds.map(optionsOf) };
}

function optionsOf(kind: PanelKindId): JsonSchema {
  const { required = [] } = toJsonSchema(optionDecoders[kind].schema, unsaid);
  return {
    if: { properties: { kind: { const: kind } } },
    // biome-ignore lint/suspicious/noThenProperty: that is what JSON Schema calls it; nobody awaits this
    then: {
      properties: { options: { $ref: `#/$defs/${optionsName(kind)}` } },
      ...(required.length > 0 && { required: ['options'] }),
    },
  };
}

const optionsName = (kind: PanelKindId) => `${kind}-options`;

function dashboardFile(): JsonSchema {
  const options = panelKinds.map((kind) => [optionsName(kind), optionDecoders[kind].schema] as const);
  const definitions = { ...textOnly, panel: panelSchema, ...Object.fromEntries(options) };
  return toJsonSchema(dashboardSchema, { ...shared, definitions });
}

const files: Readonly<Record<string, () => JsonSchema>> = {
  'pack.schema.json': () => toJsonSchema(packSchema, { ...shared, definitions: textOnly }),
  'dashboard.schema.json': dashboardFile,
  'config.schema.json': () => toJsonSchema(configFileSchema, shared),
};

const titles: Readonly<Record<string, string>> = {
  'pack.schema.json': "Mirante: a pack's pack.yaml",
  'dashboard.schema.json': 'Mirante: a dashboard file of a pack',
  'config.schema.json': 'Mirante: the file behind MIRANTE_CONFIG',
};

/** The published JSON Schemas by file name, as made from the schemas by which Mirante itself reads these files. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(Object.entries(files).map(([name, make]) => [name, { title: titles[name], ...make() }]));
}

const textOf = (schema: JsonSchema) => `${JSON.stringify(schema, null, 2)}\n`;

/** The files in `schemas/` that are not what they would be if made now. */
export async function staleSchemas(folder: string): Promise<string[]> {
  const stale = await Promise.all(
    [...jsonSchemas()].map(async ([name, schema]) => {
      const written = await readFile(join(folder, 'schemas', name), 'utf8').catch(() => null);
      return written === textOf(schema) ? [] : [`schemas/${name} is not up to date: npm run schemas`];
    }),
  );
  return stale.flat();
}

/** `npm run schemas`: writes `schemas/*.schema.json`. */
export const writeSchemas: Step = {
  name: 'schemas',
  run: async () => {
    await mkdir(join(root, 'schemas'), { recursive: true });
    for (const [name, schema] of jsonSchemas()) await writeFile(join(root, 'schemas', name), textOf(schema));
    return one(true, 'schemas');
  },
};
