import type { Language } from '../model/language.ts';
import { floorMod, instantOf, wallTime } from '../model/timeZone.ts';
import { writtenClock } from '../model/units/clock.ts';
import type { Span } from './chart.ts';

/** A tick of the time axis: epoch ms and what is written there. */
export interface TimeTick {
  readonly time: number;
  readonly text: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;

/** Distances between ticks, milliseconds of wall time; from a month on they count calendar months. */
const clockSteps = [
  ...[0.001, 0.01, 0.1, 1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14].map((n) => n * day),
];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];
/** 1970-01-05, the first Monday: steps of days and weeks count from it. */
const firstMonday = 4 * day;

let last: { readonly key: string; readonly ticks: readonly TimeTick[] } = { key: '', ticks: [] };

/**
 * The ticks within `span`, at most `count`, on round times of the zone's clock. A tick at midnight is written as its date. The charts of a board
 * ask for the same ticks one after the other, so the last answer is kept.
 */
export function timeTicks(span: Span, count: number, timeZone: string, language: Language): readonly TimeTick[] {
  const key = `${span.from} ${span.to} ${count} ${timeZone} ${language}`;
  if (key !== last.key) last = { key, ticks: computeTicks(span, count, timeZone, language) };
  return last.ticks;
}

function computeTicks(span: Span, count: number, timeZone: string, language: Language): TimeTick[] {
  const width = span.to - span.from;
  if (!(width > 0) || count < 1) return [];
  const clockStep = clockSteps.find((step) => width / step <= count);
  const months = monthSteps.find((n) => width / (n * month) <= count) ?? 120;
  const times = clockStep === undefined ? monthTimes(span, months, timeZone) : clockTimes(span, clockStep, timeZone);
  // Where the clock is put forward several wall times are one instant.
  return times
    .filter((time, i) => time >= span.from && time <= span.to && time !== times[i - 1])
    .map((time) => ({ time, text: tickText(wallTime(time, timeZone), clockStep ?? month, months, language) }));
}

/**
 * When the clock shows multiples of a step. Where it is changed by a step or more they are counted before the change and
 * after it: an hour that comes twice has its ticks twice. Of longer steps the first of two is enough.
 */
function clockTimes(span: Span, step: number, timeZone: string): number[] {
  const from = wallTime(span.from, timeZone);
  const to = wallTime(span.to, timeZone);
  const change = Math.abs(to - from - (span.to - span.from));
  // Over days the clock may have been changed and changed back.
  if (change === 0 ? step >= day : step > change)
    return multiples(from, to, step).map((wall) => instantOf(wall, timeZone));
  return [...new Set([from - span.from, to - span.to])].flatMap((ahead) =>
    multiples(span.from + ahead, span.to + ahead, step)
      .map((wall) => wall - ahead)
      .filter((time) => wallTime(time, timeZone) === time + ahead),
  );
}

function multiples(from: number, to: number, step: number): number[] {
  const origin = step >= 2 * day ? firstMonday : 0;
  const first = from + floorMod(origin - from, step);
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}

function monthTimes(span: Span, months: number, timeZone: string): number[] {
  const start = new Date(wallTime(span.from, timeZone));
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  const times: number[] = [];
  for (let n = first; ; n += months) {
    const time = instantOf(Date.UTC(Math.floor(n / 12), n % 12, 1), timeZone);
    if (time > span.to) return times;
    times.push(time);
  }
}

function tickText(wall: number, step: number, months: number, language: Language): string {
  if (step >= month) {
    const year = months >= 12 || new Date(wall).getUTCMonth() === 0;
    return writtenClock(wall, language, year ? 'year' : 'month');
  }
  if (floorMod(wall, day) === 0) return writtenClock(wall, language, 'day');
  if (step < second) return writtenClock(wall, language, 'fraction');
  return writtenClock(wall, language, step < minute ? 'second' : 'minute');
}

/** A moment under the pointer: the time of day, with the date when the chart spans more than a day. */
export function momentText(time: number, span: Span, timeZone: string, language: Language): string {
  const wall = wallTime(time, timeZone);
  return writtenClock(wall, language, span.to - span.from > day ? 'dayAndSecond' : 'second');
}
