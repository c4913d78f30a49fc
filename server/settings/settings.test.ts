import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SettingError } from './settingError.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'mirante-settings-'));
mkdirSync(join(folder, 'own'));
writeFileSync(join(folder, 'password'), 'from-file\n');
writeFileSync(join(folder, 'ca.pem'), 'PEM');

let files = 0;
function configFile(text: string): string {
  const path = join(folder, `config-${files++}.yaml`);
  writeFileSync(path, text);
  return path;
}

const read = (env: Record<string, string>) => readSettings(env, '/root-of-mirante');
const sourceOf = (text: string) => read({ MIRANTE_CONFIG: configFile(`dataSources:\n  - ${text}\n`) }).dataSources[0];
const base64 = (text: string) => Buffer.from(text).toString('base64');

function messageOf(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('readSettings', () => {
  test('defaults', () => {
    expect(read({ PROMETHEUS_URL: '', PORT: '' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      hosts: null,
      dataSources: [],
      keepBytes: 64 * 1024 * 1024,
      isSimulated: true,
      alertmanagers: [],
      pushgateways: [],
      watchdog: null,
      role: 'viewer',
      grafanaUrl: null,
      frameAncestors: ["'self'"],
      packFolders: ['/root-of-mirante/packs'],
      logLevel: 'warn',
    });
  });

  test('all of the environment', () => {
    const settings = read({
      HOST: '0.0.0.0',
      PORT: '0',
      PROMETHEUS_URL: 'https://prom.example/prefix/',
      ALERTMANAGER_URL: 'http://am:9093',
      PUSHGATEWAY_URL: 'http://pg:9091',
      GRAFANA_URL: 'https://grafana.example/',
      MIRANTE_FRAME_ANCESTORS: "'self'  https://portal.example:8443 https://*.example",
      MIRANTE_PACKS: join(folder, 'own'),
      LOG_LEVEL: 'info',
      MIRANTE_ROLE: 'operator',
      MIRANTE_HOSTS: 'mirante.example wall-7',
      MIRANTE_WATCHDOG: 'Watchdog',
    });
    expect(settings).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      alertmanagers: [{ id: 'alertmanager', name: 'Alertmanager', setting: 'ALERTMANAGER_URL', dataSource: null }],
      pushgateways: [{ id: 'pushgateway', name: 'Pushgateway', setting: 'PUSHGATEWAY_URL', timeout: 30_000 }],
      role: 'operator',
      hosts: ['mirante.example', 'wall-7'],
      watchdog: 'Watchdog',
      grafanaUrl: 'https://grafana.example',
      frameAncestors: ["'self'", 'https://portal.example:8443', 'https://*.example'],
      packFolders: ['/root-of-mirante/packs', join(folder, 'own')],
      logLevel: 'info',
      dataSources: [{ id: 'prometheus', name: 'Prometheus', kind: 'prometheus', headers: {}, secrets: [] }],
    });
    expect(settings.dataSources[0]?.url.href).toBe('https://prom.example/prefix/');
  });

  test('credentials in the address are taken out of it', () => {
    const [source] = read({ PROMETHEUS_URL: 'http://ann:p%40ss%2Fword@prom:9090' }).dataSources;
    expect(source?.url.href).toBe('http://prom:9090/');
    expect(source?.headers).toEqual({ authorization: `Basic ${base64('ann:p@ss/word')}` });
    expect(source?.secrets).toEqual(['p@ss/word', base64('ann:p@ss/word')]);
  });

  test.each([
    ['user and password', 'user: ann\n    password: secret', { authorization: `Basic ${base64('ann:secret')}` }],
    ['password file', 'user: ann\n    passwordFile: password', { authorization: `Basic ${base64('ann:from-file')}` }],
    ['token', 'token: abc', { authorization: 'Bearer abc' }],
    ['token file', 'tokenFile: password', { authorization: 'Bearer from-file' }],
    ['headers', 'headers: { X-Scope-OrgID: "7" }', { 'x-scope-orgid': '7' }],
    ['headers beside a token', 'token: abc\n    headers: { X-A: b }', { authorization: 'Bearer abc', 'x-a': 'b' }],
    ['none', 'name: Main', {}],
  ])('credentials of a data source in the file: %s', (_name, lines, headers) => {
    expect(sourceOf(`id: main\n    url: http://prom:9090\n    ${lines}`)?.headers).toEqual(headers);
  });

  test('the rest of a data source in the file', () => {
    const text = 'id: vm\n    url: http://vm:8428\n    kind: victoriametrics\n    caFile: ca.pem\n    timeout: 1m30s';
    expect(sourceOf(text)).toMatchObject({ id: 'vm', name: 'vm', kind: 'victoriametrics', ca: 'PEM', timeout: 90_000 });
    expect(sourceOf('id: vm\n    url: http://vm\n    timeout: 24d')?.timeout).toBe(24 * 86_400_000);
    expect(sourceOf('id: vm\n    url: http://vm')?.ingestionDelay).toBe(0);
    expect(sourceOf('id: vm\n    url: http://vm\n    ingestionDelay: 3m')?.ingestionDelay).toBe(180_000);
  });

  test('Alertmanagers, Pushgateways and the watchdog in the file', () => {
    const lines = [
      'dataSources: [{ id: main, url: http://prom }]',
      'alertmanagers: [{ id: a, name: A, url: http://am, token: abc, dataSource: main }, { id: b, url: http://b }]',
      'pushgateways: [{ id: p, url: http://ann:secret@pg, timeout: 5s }]',
      'watchdog: AlwaysFiring',
    ];
    const settings = read({ MIRANTE_CONFIG: configFile(lines.join('\n')) });
    expect(settings).toMatchObject({
      alertmanagers: [
        { id: 'a', name: 'A', dataSource: 'main', headers: { authorization: 'Bearer abc' }, timeout: 30_000 },
        { id: 'b', name: 'b', dataSource: null, headers: {} },
      ],
      pushgateways: [{ id: 'p', timeout: 5000, secrets: ['secret', base64('ann:secret')] }],
      watchdog: 'AlwaysFiring',
    });
  });

  const secret = 'hunter2hunter2';
  const side = (lines: string) => ({ MIRANTE_CONFIG: configFile(`dataSources: []\n${lines}\n`) });
  const inFile = (lines: string) => ({ MIRANTE_CONFIG: configFile(`dataSources:\n  - id: main\n    ${lines}\n`) });
  test.each<[string, Record<string, string>, string | RegExp]>([
    ['port', { PORT: '80a' }, 'PORT: a whole number from 0 to 65535 is needed'],
    ['port too large', { PORT: '70000' }, /^PORT: /],
    ['address', { PROMETHEUS_URL: `ftp://u:${secret}@x` }, /^PROMETHEUS_URL: an address that starts with http/],
    ['no address at all', { PROMETHEUS_URL: secret }, /^PROMETHEUS_URL: an address/],
    ['query in the address', { PROMETHEUS_URL: `http://x/?token=${secret}` }, /^PROMETHEUS_URL: .*without \?/],
    ['odd escapes', { PROMETHEUS_URL: `http://u:%zz${secret}@x` }, /^PROMETHEUS_URL: a % in/],
    ['Grafana with a password', { GRAFANA_URL: `http://u:${secret}@x` }, /^GRAFANA_URL: browsers get/],
    ['Alertmanager', { ALERTMANAGER_URL: 'am:9093' }, /^ALERTMANAGER_URL: an address/],
    ['Pushgateway', { PUSHGATEWAY_URL: '//pg' }, /^PUSHGATEWAY_URL: an address/],
    ['frame ancestors', { MIRANTE_FRAME_ANCESTORS: "'self'; script-src *" }, /^MIRANTE_FRAME_ANCESTORS: /],
    ["'none' with others", { MIRANTE_FRAME_ANCESTORS: "'none' 'self'" }, /^MIRANTE_FRAME_ANCESTORS: 'none' stands/],
    ['packs folder', { MIRANTE_PACKS: join(folder, 'nowhere') }, /^MIRANTE_PACKS: there is no folder/],
    ['role', { MIRANTE_ROLE: 'root' }, 'MIRANTE_ROLE: one of viewer, operator, administrator is needed'],
    [
      'Alertmanager twice',
      { ALERTMANAGER_URL: 'http://a', ...side('alertmanagers: [{ id: a, url: http://b }]') },
      /^ALERTMANAGER_URL: MIRANTE_CONFIG/,
    ],
    ['watchdog twice', { MIRANTE_WATCHDOG: 'A', ...side('watchdog: B') }, /^MIRANTE_WATCHDOG: MIRANTE_CONFIG/],
    [
      'of no data source',
      side('pushgateways: [{ id: a, url: http://b, dataSource: main }]'),
      /pushgateways\.0\.dataSource: there is no/,
    ],
    ['Alertmanagers of one id', side('alertmanagers: [{ id: a, url: http://b }, { id: a, url: http://c }]'), /unique/],
    [
      'kind of an Alertmanager',
      side('alertmanagers: [{ id: a, url: http://b, kind: mimir }]'),
      /alertmanagers\.0\.kind: there is no/,
    ],
    ['log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: one of trace/],
    ['no config file', { MIRANTE_CONFIG: join(folder, 'none.yaml') }, 'MIRANTE_CONFIG: the file cannot be read'],
    ['both ways', { MIRANTE_CONFIG: 'a', PROMETHEUS_URL: 'http://x' }, /^PROMETHEUS_URL: is for one/],
    [
      'unknown key',
      inFile(`url: http://x\n    pasword: ${secret}`),
      /^MIRANTE_CONFIG: .*line 4, dataSources.0.pasword: there is no/,
    ],
    [
      'not a text',
      inFile('url: http://x\n    password: 8675309'),
      /line 4, dataSources.0.password: Invalid type: Expected string$/,
    ],
    ['bad YAML', inFile(`url: "http://u:${secret}`), /^MIRANTE_CONFIG: .*line/],
    ['no url', inFile('name: x'), /dataSources.0.url: is missing$/],
    ['bad url', inFile(`url: u:${secret}@x`), /^MIRANTE_CONFIG, dataSources.0.url: an address/],
    ['user alone', inFile('url: http://x\n    user: ann'), /dataSources.0: user and one of/],
    ['password alone', inFile(`url: http://x\n    password: ${secret}`), /dataSources.0: user and one of/],
    ['two secrets', inFile(`url: http://x\n    token: ${secret}\n    tokenFile: a`), /only one of/],
    ['twice', inFile(`url: http://u:${secret}@x\n    token: ${secret}`), /both in the url and beside it/],
    ['no such file', inFile('url: http://x\n    tokenFile: gone'), /dataSources.0.tokenFile: the file cannot be read/],
    [
      'line feed in a token',
      inFile(`url: http://x\n    token: "${secret}\\n"`),
      /a header or credential has characters/,
    ],
    ['bad host', { MIRANTE_HOSTS: 'mirante.example:8080' }, /^MIRANTE_HOSTS: /],
    [
      'bad delay',
      inFile('url: http://x\n    ingestionDelay: long'),
      /dataSources.0.ingestionDelay: a duration such as/,
    ],
    ['bad timeout', inFile('url: http://x\n    timeout: soon'), /line 4, dataSources.0.timeout: a duration such as/],
    [
      'timeout beyond what timers count',
      inFile('url: http://x\n    timeout: 30d'),
      /line 4, dataSources.0.timeout: must not be above 24d$/,
    ],
    [
      'timeout of a Pushgateway, beyond too',
      side('pushgateways: [{ id: a, url: http://b, timeout: 4w }]'),
      /pushgateways.0.timeout: must not be above 24d$/,
    ],
    [
      'same id',
      { MIRANTE_CONFIG: configFile('dataSources: [{id: a, url: http://x}, {id: a, url: http://y}]') },
      /unique/,
    ],
  ])('a bad setting is named, without its value: %s', (_name, env, expected) => {
    const message = messageOf(env);
    expect(message).toMatch(expected);
    expect(message).not.toContain(secret);
    expect(message).not.toContain('8675309');
  });
});
