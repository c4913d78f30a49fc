import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { configSchema, permits, roles } from './config.ts';

describe('configSchema', () => {
  it('takes what a gateway answers, and lets unknown keys go by', () => {
    const reply = {
      dataSources: [{ id: 'main', name: 'Main', kind: 'prometheus' }],
      grafana: { url: 'https://grafana.example/' },
      demo: false,
      version: '0.1.0',
      added: 'later',
    };
    const { added, ...known } = reply;
    expect(added).toBe('later');
    const defaults = { alertmanagers: [], pushgateways: [], role: 'viewer', watchdog: null };
    expect(v.parse(configSchema, reply)).toEqual({ ...known, ...defaults });
  });

  it('takes a static file with addresses and packs', () => {
    const config = v.parse(configSchema, {
      dataSources: [{ id: 'vm', name: 'VM', kind: 'victoriametrics', url: 'http://vm:8428/select' }],
      alertmanagers: [{ id: 'am', name: 'AM', url: 'http://am:9093' }],
      pushgateways: [{ id: 'pg', name: 'PG', dataSource: 'vm' }],
      role: 'operator',
      watchdog: 'Watchdog',
      packs: { packs: [] },
    });
    expect(config).toEqual({
      dataSources: [{ id: 'vm', name: 'VM', kind: 'victoriametrics', url: 'http://vm:8428/select' }],
      alertmanagers: [{ id: 'am', name: 'AM', dataSource: null, url: 'http://am:9093' }],
      pushgateways: [{ id: 'pg', name: 'PG', dataSource: 'vm' }],
      role: 'operator',
      watchdog: 'Watchdog',
      grafana: null,
      demo: false,
      version: '',
      packs: { packs: [], problems: [] },
    });
  });

  it('takes a config that names no data source', () => {
    expect(v.parse(configSchema, {}).dataSources).toEqual([]);
  });

  it.each([
    [null, null],
    [{ dataSources: 'main' }, 'dataSources'],
    [{ dataSources: [{ id: 'a b', name: 'x', kind: 'prometheus' }] }, 'dataSources.0.id'],
    [{ dataSources: [{ id: 'a', name: 'x', kind: 'influx' }] }, 'dataSources.0.kind'],
    [{ dataSources: [{ id: 'a', name: 'x', kind: 'mimir', url: 'javascript:alert(1)' }] }, 'dataSources.0.url'],
    [{ grafana: { url: '/grafana' } }, 'grafana.url'],
    [{ role: 'root' }, 'role'],
    [{ watchdog: '' }, 'watchdog'],
    [{ alertmanagers: [{ id: 'am', name: 'AM', url: 'am:9093' }] }, 'alertmanagers.0.url'],
    [{ pushgateways: Array(2).fill({ id: 'pg', name: 'PG' }) }, 'pushgateways'],
    [
      {
        dataSources: [
          { id: 'a', name: 'x', kind: 'mimir' },
          { id: 'a', name: 'y', kind: 'mimir' },
        ],
      },
      'dataSources',
    ],
  ])('says where %j is wrong', (raw, path) => {
    const result = v.safeParse(configSchema, raw);
    expect(result.success).toBe(false);
    expect(result.issues?.map((issue) => v.getDotPath(issue))).toContain(path);
  });
});

it('a role may do what those before it may', () => {
  expect(roles.map((role) => roles.map((needed) => permits(role, needed)))).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});
