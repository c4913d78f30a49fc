import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { maskedConfig, maskedStatus } from './alertmanagerConfig.ts';

const config = `
global:
  smtp_auth_password: <secret>
  http_config:
    proxy_url: http://ann:hunter2@proxy.example:3128/
  opsgenie_api_url: https://api.opsgenie.com/
route:
  receiver: hooks
receivers:
  - name: hooks
    webhook_configs:
      - send_resolved: true
        url: https://bob:hunter2@hooks.example/services/T0/hunter2?key=hunter2
      - url: http://plain.example:9000
    msteams_configs:
      - webhook_url: "https://teams.example/hunter2"
        title: '{{ template "title" . }}'
    slack_configs:
      - api_url: <secret>
        text: see https://eve:hunter2@wiki.example/runbook
`;

describe('the configuration of an Alertmanager', () => {
  it('keeps hosts, and loses paths of receivers and credentials', () => {
    const masked = maskedConfig(config);
    expect(masked).not.toContain('hunter2');
    expect(parse(masked)).toMatchObject({
      global: {
        http_config: { proxy_url: 'http://<secret>@proxy.example:3128/' },
        opsgenie_api_url: 'https://api.opsgenie.com/',
      },
      receivers: [
        {
          name: 'hooks',
          webhook_configs: [
            { send_resolved: true, url: 'https://hooks.example/<secret>' },
            { url: 'http://plain.example:9000' },
          ],
          msteams_configs: [{ webhook_url: 'https://teams.example/<secret>', title: '{{ template "title" . }}' }],
          slack_configs: [{ api_url: '<secret>', text: 'see https://<secret>@wiki.example/runbook' }],
        },
      ],
    });
  });

  it.each(['url: [http://a/hunter2', 'just hunter2', '- hunter2'])('is left out where it is none: %s', (text) => {
    expect(maskedConfig(text)).toBe('<secret>');
  });

  it('is masked within the status, which else stays as it is', () => {
    const status = { cluster: { status: 'ready' }, config: { original: config }, uptime: 'x' };
    const masked: unknown = JSON.parse(maskedStatus(JSON.stringify(status)));
    expect(masked).toMatchObject({ cluster: { status: 'ready' }, uptime: 'x' });
    expect(JSON.stringify(masked)).not.toContain('hunter2');
    expect(() => maskedStatus('{"config": "hunter2"}')).toThrow();
  });
});
