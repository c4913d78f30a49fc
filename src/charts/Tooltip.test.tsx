// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Tooltip } from './Tooltip.tsx';

it.each([0, 100, 194, 196, 290, 389])('stays within a window of 390 px when it points at %i', (x) => {
  vi.stubGlobal('innerWidth', 390);
  render(<Tooltip title="14:05" rows={[]} more={null} at={{ x, y: 300 }} />);
  const { left, right, maxWidth } = screen.getByText('14:05').parentElement?.style ?? {};
  const beside = Number.parseFloat(left || right || '');
  const widest = Number.parseFloat(maxWidth ?? '');
  expect(beside + widest).toBeLessThan(390);
  expect(widest).toBeGreaterThan(150);
});
