import { readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 0, 1, 2, … as a, b, … Z, aa, ab, … */
function inLetters(n: number): string {
  const head = Math.floor(n / letters.length);
  return (head === 0 ? '' : inLetters(head - 1)) + letters.charAt(n % letters.length);
}

/**
 * Names for the classes of CSS modules in a build: letters for the file, a number for the class. The usual ones hold a
 * random text each, which no compression makes smaller: 1 KB of a board. The same sources get the same names.
 */
export function shortClassNames(folder: string): (name: string, file: string) => string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .map((file) => resolve(folder, file).split(sep).join('/'))
    .sort();
  const known = new Map(files.map((file) => [file, new Map<string, number>()]));
  return (name, file) => {
    const place = files.indexOf(file);
    const names = known.get(file);
    if (names === undefined) throw new Error(`${file} is not in ${folder}: its class names could be those of another`);
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    return `${inLetters(place)}${number}`;
  };
}
