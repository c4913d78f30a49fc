import { useEffect } from 'react';
import { watchdogFailure } from '../data/alerts/watchdog.ts';
import { type Alert, type AlertState, firingAlerts } from '../model/alert.ts';
import { severityTone } from '../model/severity.ts';
import type { Tone } from '../model/thresholds.ts';
import { showInTab } from './icon.ts';

/** Pixels of the icon's side. */
const SIDE = 32;

/** How many alerts fire. The one that must always fire counts while it does not, and then as a critical one. */
export function countFiring(alerts: readonly AlertState[] | null, watchdog: string | null, areAll: boolean) {
  const tones = firingAlerts(alerts ?? [], watchdog).map(({ labels }) => severityTone(labels));
  const count = (tone: Tone) => tones.filter((one) => one === tone).length;
  const missing = watchdogFailure(watchdog, alerts, areAll) === null ? 0 : 1;
  return { critical: count('critical') + missing, warning: count('warning') };
}

/**
 * Says in the tab's icon how many alerts fire: a filled diamond for critical ones, a ring for warnings, as everywhere.
 * Null (not known) and none leave the icon as it is.
 */
export function useFavicon(alerts: readonly Alert[] | null, watchdog: string | null, areAll: boolean): void {
  const { critical, warning } = countFiring(alerts, watchdog, areAll);
  useEffect(() => {
    if (critical + warning === 0) return;
    const drawn = draw(critical > 0 ? 'critical' : 'warning', critical > 0 ? critical : warning);
    if (drawn === null) return;
    showInTab({ href: drawn, type: 'image/png' });
    return () => showInTab(null);
  }, [critical, warning]);
}

/** A sign with a number on it, as a data address; null where nothing can be drawn. */
function draw(tone: 'critical' | 'warning', count: number): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const color = getComputedStyle(document.documentElement).getPropertyValue(`--${tone}`);
  const middle = SIDE / 2;
  context.beginPath();
  if (tone === 'critical') {
    context.moveTo(middle, 0);
    context.lineTo(SIDE, middle);
    context.lineTo(middle, SIDE);
    context.lineTo(0, middle);
    context.fillStyle = color;
    context.fill();
  } else {
    context.arc(middle, middle, middle - 2, 0, 2 * Math.PI);
    context.lineWidth = 4;
    context.strokeStyle = color;
    context.stroke();
  }
  const page = getComputedStyle(document.documentElement);
  context.fillStyle = tone === 'critical' ? page.getPropertyValue('--page') : color;
  context.font = `bold ${count > 9 ? 14 : 18}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(count > 99 ? '99' : String(count), middle, middle + 1);
  return canvas.toDataURL('image/png');
}
