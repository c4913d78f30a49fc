// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { GrafanaLink } from '../../model/dashboard.ts';
import { panelProps } from '../../testing/panelProps.ts';
import grafana from './index.ts';

const options = grafana.decodeOptions({ uid: 'gt-vision', panel: 4, orgId: 2 });
const address = (link: GrafanaLink, mode: string) =>
  `https://grafana.example/${mode}/${link.uid}/${link.panel}/${link.orgId}`;
const framed = (given: { theme?: 'light' | 'dark' } = {}) =>
  panelProps(options, {
    environment: {
      title: 'Cameras',
      grafanaUrl: (link, mode) => `${address(link, mode)}/${given.theme ?? 'light'}`,
    },
  });

describe('a Grafana panel', () => {
  it('frames the panel that the options name, and shows it when it has come', () => {
    render(<grafana.Panel {...framed()} />);
    const frame = screen.getByTitle('Cameras, from Grafana');
    expect(frame.getAttribute('src')).toBe('https://grafana.example/solo/gt-vision/4/2/light');
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(frame.getAttribute('sandbox')).not.toContain('top-navigation');
    expect(screen.getByRole('status').textContent).toMatch(/^Loading from/);
    fireEvent.load(frame);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('gets a frame of its own for a new address, so that the history of the page stays as it is', () => {
    const { rerender } = render(<grafana.Panel {...framed()} />);
    const before = screen.getByTitle('Cameras, from Grafana');
    rerender(<grafana.Panel {...framed()} />);
    expect(screen.getByTitle('Cameras, from Grafana')).toBe(before);
    rerender(<grafana.Panel {...framed({ theme: 'dark' })} />);
    expect(screen.getByTitle('Cameras, from Grafana')).not.toBe(before);
  });

  it('says what to set when it is not known where Grafana is', () => {
    const props = panelProps(options);
    render(<grafana.Panel {...props} />);
    expect(screen.getByText(/Set GRAFANA_URL/)).toBeTruthy();
    expect(screen.queryByTitle('Cameras, from Grafana')).toBeNull();
    expect(grafana.summary(props)).toContain('GRAFANA_URL');
    expect(grafana.toTable(props).rows).toEqual([]);
  });

  it('tells listeners where its picture is from', () => {
    const props = panelProps(options, {
      environment: { grafanaUrl: (_, mode) => `https://grafana.example:3000/${mode}` },
    });
    expect(grafana.summary(props)).toBe('Drawn by Grafana at grafana.example:3000.');
    expect(grafana.toTable(props).rows[0]?.[0]?.raw).toBe('https://grafana.example:3000/full');
  });
});
