import { describe, expect, it } from 'vitest';
import { alertsSelector, onlyWith, readCondition, withoutVariables } from './condition.ts';

describe('what a rule compares', () => {
  it.each([
    ['x > 5', 'x', 5],
    ['rate(x{a="b > 1"}[5m]) >= 0.5', 'rate(x{a="b > 1"}[5m])', 0.5],
    ['5 * 60 < time() - x', 'time() - x', 300],
    ['x > 1e3 and y < 2', 'x', 1000],
    ['(x > -1.5)', 'x', -1.5],
    ['(x > 5) and on () (y == 1)', 'x', 5],
    ['(a + b) / (c + d) > (5)', '(a + b) / (c + d)', 5],
    ['up == 0', 'up', 0],
    ['x # more > 4\n> 3', 'x', 3],
    ['x > y', 'x > y', null],
    ['absent(up)', 'absent(up)', null],
    ['x > 5 or y > 5', '(x) or (y)', 5],
    ['x > 5 or y and z > 1', '(x) or (y and z > 1)', null],
    ['x unless y > 3', 'x unless y > 3', null],
  ])('in %s is %s with %s', (expr, watched, threshold) => {
    expect(readCondition(expr)).toEqual({ watched, threshold });
  });
});

it('takes nothing in a label value for a variable, and lets none out of its quotes', () => {
  expect(withoutVariables('x{a="$b"} > 1')).toBe('x{a="\\x24b"} > 1');
  expect(alertsSelector({ alertname: 'A', path: '"\\$x\n' }, 'firing')).toBe(
    'ALERTS{alertname="A", path="\\"\\\\\\x24x\\n", alertstate="firing"}',
  );
  expect(onlyWith('x', {})).toBe('x');
  expect(onlyWith('x', { a: '$1' })).toBe('(x) and on (a) label_replace(vector(1), "a", "\\x24\\x241", "", "")');
});
