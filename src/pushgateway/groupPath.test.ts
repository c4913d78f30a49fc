import { expect, test } from 'vitest';
import { groupPath } from './groupPath.ts';

test.each([
  [{ job: 'a' }, 'job/a'],
  [{ instance: 'i', job: 'a' }, 'job/a/instance/i'],
  [{ job: 'a/b' }, 'job@base64/YS9i'],
  [{ job: 'directory_cleaner', path: '/var/tmp' }, 'job/directory_cleaner/path@base64/L3Zhci90bXA'],
  [{ job: 'example', first_label: '', second_label: 'foobar' }, 'job/example/first_label@base64/=/second_label/foobar'],
  [{ job: 'titan', name: 'Προμηθεύς' }, 'job/titan/name/%CE%A0%CF%81%CE%BF%CE%BC%CE%B7%CE%B8%CE%B5%CF%8D%CF%82'],
  [{ job: '/Προμηθεύς?' }, `job@base64/${Buffer.from('/Προμηθεύς?').toString('base64url')}`],
  [{ job: '..', a: '.', b: '...' }, 'job@base64/Li4/a@base64/Lg/b/...'],
  [{ job: 'a?b#c%2f' }, 'job/a%3Fb%23c%252f'],
])('%j is at %s', (labels, path) => {
  expect(groupPath(labels)).toBe(path);
});
