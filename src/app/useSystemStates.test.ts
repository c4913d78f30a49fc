import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Alert } from '../model/alert.ts';
import { dashboardSchema } from '../model/dashboard.ts';
import { dashboardState, stateOf } from './useSystemStates.ts';

const alert = (system: string, severity: string, state: Alert['state'] = 'firing'): Alert => ({
  state,
  labels: { alertname: 'HighLoad', system, severity },
  annotations: {},
  activeAt: 0,
  value: 1,
});

it.each([
  ['no alert fires', true, [], 'ok'],
  ['a warning fires', true, [alert('gt', 'warning')], 'warning'],
  ['the worst counts', true, [alert('gt', 'warning'), alert('gt', 'critical')], 'critical'],
  ['critical by another word', true, [alert('gt', 'page')], 'critical'],
  ['a warning by another word', true, [alert('gt', 'Medium')], 'warning'],
  ['pending is not firing', true, [alert('gt', 'critical', 'pending')], 'ok'],
  ['of another system', true, [alert('other', 'critical')], 'ok'],
  ['info is no trouble', true, [alert('gt', 'info')], 'ok'],
  ['alerts are not known', true, null, 'unknown'],
  ['whether it is there is not known', null, [], 'unknown'],
  ['it is not there', false, [alert('gt', 'critical')], 'missing'],
] as const)('%s', (_, found, alerts, state) => {
  expect(stateOf('gt', found, alerts)).toBe(state);
});

it.each([
  ['none of those known fires', [], 'unknown'],
  ['a critical one is known', [alert('gt', 'critical')], 'critical'],
] as const)('of a list of alerts that is partial: %s', (_, alerts, state) => {
  expect(stateOf('gt', true, alerts, false)).toBe(state);
});

it.each([
  ['names the alert', ['HighLoad'], [alert('gt', 'critical')], 'critical'],
  ['names one of another word for critical', ['HighLoad'], [alert('gt', 'page')], 'critical'],
  ['names another', ['LowDisk'], [alert('gt', 'critical')], 'ok'],
  ['names an alert of another system', ['HighLoad'], [alert('other', 'critical')], 'ok'],
] as const)('a dashboard whose panel %s', (_, names, alerts, state) => {
  const panels = [{ id: 'load', kind: 'stat', title: 'Load', alerts: names }];
  const dashboard = v.parse(dashboardSchema, { title: 'Board', section: 'system', rows: [{ panels }] });
  expect(dashboardState('gt', dashboard, alerts)).toBe(state);
});
