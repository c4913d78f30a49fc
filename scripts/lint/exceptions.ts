import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const text = v.pipe(v.string(), v.nonEmpty());

/** What a pack does on purpose: `lint/exceptions.yaml` in its folder. */
const exceptionsSchema = v.array(
  v.strictObject({
    rule: text,
    /** As the finding names it; an asterisk at its end stands for any ending. */
    subject: text,
    reason: text,
  }),
);

type Exception = v.InferOutput<typeof exceptionsSchema>[number];

/** Whether an exception allows a mistake. */
export function allows({ rule, subject }: Exception, mistake: { readonly rule: string; readonly subject: string }) {
  const start = subject.endsWith('*') ? subject.slice(0, -1) : null;
  const isMeant = start === null ? mistake.subject === subject : mistake.subject.startsWith(start);
  return rule === mistake.rule && isMeant;
}

/** The exceptions of a pack; none where it has no such file. Throws where the file is not what it should be. */
export async function readExceptions(folder: string): Promise<Exception[]> {
  const content = await readFile(join(folder, 'lint', 'exceptions.yaml'), 'utf8').catch(() => null);
  return content === null ? [] : v.parse(exceptionsSchema, parse(content));
}
