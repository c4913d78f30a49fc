import type { Plugin } from 'vite';

const beginning = 'function _standardSchema(schema) {';

/**
 * valibot's module without what schemas bring for other libraries (https://standardschema.dev): two objects and a function on each,
 * and here are hundreds. Throws when an update has written that otherwise.
 */
export function withoutStandard(code: string): string {
  if (!code.includes(beginning)) throw new Error(`valibot has no "${beginning}" any more: see scripts/slim-valibot.ts`);
  return code.replace(beginning, `${beginning} return schema;`);
}

/** Leaves that out of a build. */
export function slimValibot(): Plugin {
  return {
    name: 'mirante:slim-valibot',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]valibot[\\/]dist[\\/]index\.mjs$/ },
      handler: (code) => ({ code: withoutStandard(code), map: null }),
    },
  };
}
