import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoPath, jobOfPath } from './autoBoard.ts';

describe('the path of an automatic board', () => {
  it('reads back as the job, whatever its name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (job) => jobOfPath(autoPath(job)) === job));
  });

  it.each([
    ['/auto', ''],
    ['/auto/', ''],
    ['/auto/kube/api', 'kube/api'],
    ['/auto/100%', '100%'],
    ['/automatic', ''],
  ])('%s names %j', (path, job) => {
    expect(jobOfPath(path)).toBe(job);
  });
});
