import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

/** The folder that holds package.json, packs/ and dist/, wherever below it this code runs (from source or built). */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}

const manifest = v.object({ version: v.string() });

/** Mirante's version, from package.json. */
export function readVersion(root: string): string {
  return v.parse(manifest, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}
