// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import type { TimeRange } from '../../model/timeRange.ts';
import { RangeForm } from './RangeForm.tsx';
import { ShownTime } from './ShownTime.tsx';
import { TimePicker } from './TimePicker.tsx';

const inSaoPaulo = { now: Date.UTC(2025, 0, 31, 15), timeZone: 'America/Sao_Paulo', language: 'en' } as const;

async function open(range: TimeRange = { from: 'now-6h', to: 'now' }) {
  const picked: TimeRange[] = [];
  const zones: string[] = [];
  render(
    <TimePicker
      range={range}
      zone="America/Sao_Paulo"
      context={() => inSaoPaulo}
      onRange={(r) => picked.push(r)}
      onZone={(z) => zones.push(z)}
      onZoomOut={() => {}}
      texts={en.shell}
    >
      <ShownTime range={range} context={inSaoPaulo} texts={en.shell.time} />
    </TimePicker>,
  );
  await userEvent.click(screen.getByRole('button'));
  await screen.findByRole('textbox', { name: 'From' });
  return { picked, zones, dialog: within(screen.getByRole('dialog', { name: 'Time range and zone' })) };
}

describe('TimePicker', () => {
  it('says the range and the zone without being opened', () => {
    render(
      <TimePicker
        range={{ from: 'now-6h', to: 'now' }}
        zone="browser"
        context={() => inSaoPaulo}
        onRange={() => {}}
        onZone={() => {}}
        onZoomOut={() => {}}
        texts={en.shell}
      >
        <ShownTime range={{ from: 'now-6h', to: 'now' }} context={inSaoPaulo} texts={en.shell.time} />
      </TimePicker>,
    );
    expect(screen.getByRole('button').textContent).toBe('Last 6 hours UTC−3');
  });

  it('tells the same instants when the zone is another, and picks them', async () => {
    const picked: TimeRange[] = [];
    const range = { from: String(Date.UTC(2025, 0, 31, 13)), to: String(Date.UTC(2025, 0, 31, 14)) };
    const form = (timeZone: string) => (
      <RangeForm
        range={range}
        context={() => ({ ...inSaoPaulo, timeZone })}
        onApply={(r) => picked.push(r)}
        texts={en.shell.time}
      />
    );
    const { rerender } = render(form('America/Sao_Paulo'));
    const from = screen.getByRole<HTMLInputElement>('textbox', { name: 'From' });
    expect(from.value).toBe('2025-01-31 10:00:00');
    rerender(form('UTC'));
    expect(from.value).toBe('2025-01-31 13:00:00');
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(picked).toEqual([range]);
  });

  it('picks a quick range and closes', async () => {
    const { picked, dialog } = await open();
    expect(dialog.getByRole('button', { name: 'Last 6 hours' }).getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(dialog.getByRole('button', { name: 'Last 24 hours' }));
    expect(picked).toEqual([{ from: 'now-24h', to: 'now' }]);
    expect(screen.queryByRole('button', { name: 'Last 24 hours' })).toBeNull();
  });

  it.each([
    ['now-90m', 'now', { from: 'now-90m', to: 'now' }],
    ['2025-01-31 10:00', '2025-01-31 11:00', { from: '1738328400000', to: '1738332000000' }],
    ['2025-01-30', '2025-01-30', { from: '1738206000000', to: '1738292399999' }],
  ])('takes %s to %s as typed', async (from, to, expected) => {
    const { picked, dialog } = await open();
    await retype(dialog.getByRole('textbox', { name: 'From' }), from);
    await retype(dialog.getByRole('textbox', { name: 'To' }), `${to}{Enter}`);
    expect(picked).toEqual([expected]);
  });

  it.each([
    ['last tuesday', 'now', 'The start cannot be read. Write 2025-01-31 14:00 or now-90m, for example.'],
    ['now-1h', 'later', 'The end cannot be read. Write 2025-01-31 16:00 or now, for example.'],
    ['now', 'now-1h', 'The start must be before the end.'],
  ])('refuses %s to %s and says why', async (from, to, why) => {
    const { picked, dialog } = await open();
    await retype(dialog.getByRole('textbox', { name: 'From' }), from);
    await retype(dialog.getByRole('textbox', { name: 'To' }), `${to}{Enter}`);
    expect(dialog.getByRole('alert').textContent).toBe(why);
    expect(picked).toEqual([]);
  });

  it('shows a fixed range by the clock of the zone', async () => {
    const { dialog } = await open({ from: '1738328400000', to: '1738332000000' });
    expect(dialog.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2025-01-31 10:00:00');
  });

  it('finds a zone by typing', async () => {
    const { zones, dialog } = await open();
    await userEvent.type(dialog.getByRole('combobox', { name: 'Search time zones' }), 'fortal{Enter}');
    await userEvent.clear(dialog.getByRole('combobox', { name: 'Search time zones' }));
    await userEvent.click(dialog.getByRole('option', { name: 'UTC' }));
    expect(zones).toEqual(['America/Fortaleza', 'utc']);
  });
});

async function retype(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.type(field, text);
}
