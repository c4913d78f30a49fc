import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What compresses well. Maps are left out: only developer tools ask for them. */
const compressible = /\.(js|css|html|svg|json)$/;
/** Bytes below which a compressed copy gains nothing on the wire. */
const SMALLEST = 1024;

/** Brotli at the highest quality, as the build stores it. */
export function brotli(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

/** Puts `.br` and `.gz` copies beside the files of a folder and its subfolders, for the gateway to serve as they are. */
export async function compressFiles(folder: string): Promise<void> {
  const paths = await readdir(folder, { recursive: true });
  for (const path of paths.filter((path) => compressible.test(path) && !path.startsWith('.vite'))) {
    const file = join(folder, path);
    const content = await readFile(file);
    if (content.length < SMALLEST) continue;
    await writeFile(`${file}.br`, await brotli(content));
    await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  }
}
