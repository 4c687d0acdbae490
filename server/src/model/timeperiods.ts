/** Time periods: their lines, and what they exclude (timeperiod.py). */
import type { Place } from '../project/types';
import { months } from '../schema';
import { spanOf } from '../syntax/values';
import type { Build } from './build';
import { type DateRange, readDateEntry, type TimeRange } from './date-ranges';
import type { Item, RangeLine } from './item';
import { Linker } from './linker';
import { loopsOf } from './loops';
import { namePlace } from './places';

/** Facts about time periods. `line` is what the arbiter reads, `at` where that stands. */
export interface TimeperiodFacts {
  /** A line that fits no form of a date range: it has no effect. */
  'unknown-date-range': { readonly item: Item; readonly line: RangeLine; readonly at: Place };
  /** A range the arbiter refuses. */
  'bad-time-range': {
    readonly item: Item;
    readonly line: RangeLine;
    readonly range: DateRange;
    readonly time: TimeRange | undefined;
    readonly at: Place;
  };
  /** A day such as `1-15`, of which the arbiter dies. */
  'bad-day-number': { readonly item: Item; readonly line: RangeLine; readonly number: string; readonly at: Place };
  /** Only a part of a line was understood, the rest is passed over. */
  'partly-read-range': {
    readonly item: Item;
    readonly line: RangeLine;
    readonly understood: string;
    readonly at: Place;
  };
  /** Values that nobody checks: hours above 24 or minutes above 59, an end that is not after its start, a month or a day that there is not. */
  'odd-time-range': {
    readonly item: Item;
    readonly line: RangeLine;
    readonly why: 'out-of-bounds' | 'never' | 'no-month' | 'no-date' | 'not-a-time';
    readonly text: string;
    readonly at: Place;
  };
  /** Time periods that exclude each other in a circle; `diamond`: one is excluded by two ways, which the arbiter calls the same. */
  'exclude-loop': {
    readonly item: Item;
    readonly items: readonly Item[];
    readonly at: Place | undefined;
    readonly diamond: boolean;
  };
  /** Lines of a template's own templates, which do not get here (timeperiod.py:160). */
  'ranges-not-inherited': { readonly item: Item; readonly from: Item };
  /** `exclude` of a template, which is never inherited. */
  'exclude-not-inherited': { readonly item: Item; readonly from: Item; readonly at: Place | undefined };
  /** `dateranges` written in a time period, of which the arbiter dies when it verifies them. */
  'literal-dateranges': { readonly item: Item; readonly at: Place | undefined };
}

/** Reads every line of every time period, its templates' ones included. */
export function readRanges(build: Build): void {
  for (const period of build.of('timeperiod')) {
    for (const line of period.ranges) readLine(build, period, line);
    if (period.props.has('dateranges')) {
      build.note('literal-dateranges', { item: period, at: namePlace(period, 'dateranges', '') });
    }
    noteLost(build, period);
  }
}

function readLine(build: Build, item: Item, line: RangeLine): void {
  const { node, file } = line.property;
  const whole: Place = { file, span: node.span };
  const entry = readDateEntry(line.text);
  if (entry.kind === 'unknown') build.note('unknown-date-range', { item, line, at: whole });
  else if (entry.kind === 'crash') {
    build.note('bad-day-number', {
      item,
      line,
      number: entry.number,
      at: placeIn(line, line.text.indexOf(entry.number), entry.number.length),
    });
  } else checkRange(build, item, line, entry.range);
}

function checkRange(build: Build, item: Item, line: RangeLine, range: DateRange): void {
  if (!range.correct) {
    const wrong = range.form === 'weekday of a month' ? undefined : range.times.find(({ from }) => from === undefined);
    const at = wrong
      ? placeIn(line, wrong.start, wrong.end - wrong.start)
      : placeIn(line, range.start, range.end - range.start);
    build.note('bad-time-range', { item, line, range, time: wrong, at });
    return;
  }
  const understood = line.text.slice(range.start, range.end);
  if (line.text.slice(0, range.start).trim() !== '' || line.text.slice(range.end).trim() !== '') {
    build.note('partly-read-range', {
      item,
      line,
      understood: understood.trim(),
      at: { file: line.property.file, span: line.property.node.span },
    });
  }
  const odd = (
    why: 'out-of-bounds' | 'never' | 'no-month' | 'no-date' | 'not-a-time',
    text: string,
    start: number,
  ): void => {
    build.note('odd-time-range', { item, line, why, text, at: placeIn(line, start, text.length) });
  };
  for (const { text, kind } of range.days) {
    const start = line.text.indexOf(text, range.start);
    if (kind === 'month' && !(months as readonly string[]).includes(text)) odd('no-month', text, start);
    if (kind === 'date' && !isDate(text)) odd('no-date', text, start);
  }
  for (const { text, start, from, to, outOfBounds } of range.times) {
    if (from === undefined || to === undefined) odd('not-a-time', text, start);
    else if (outOfBounds) odd('out-of-bounds', text, start);
    else if (to <= from) odd('never', text, start);
  }
}

function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The place of a stretch of a line, which is the key, one blank, and the value. */
function placeIn({ property, text }: RangeLine, start: number, length: number): Place {
  const { node, file } = property;
  const behindKey = start - node.key.length - 1;
  if (start < 0 || behindKey < 0 || text.length === 0) return { file, span: node.span };
  return { file, span: spanOf(node.value, behindKey, behindKey + length) };
}

/** What a time period does not get from its templates though other objects would. */
function noteLost(build: Build, item: Item): void {
  for (const template of item.templates) {
    const excluded = template.list('exclude').some((name) => name !== '');
    if (excluded)
      build.note('exclude-not-inherited', {
        item,
        from: template,
        at: namePlace(item, 'use', template.text('name') ?? ''),
      });
  }
  const seen = new Set(item.templates);
  const pending = item.templates.flatMap(({ templates }) => templates);
  for (let from = pending.pop(); from; from = pending.pop()) {
    if (seen.has(from)) continue;
    seen.add(from);
    pending.push(...from.templates);
    if (from.ranges.length > 0) build.note('ranges-not-inherited', { item, from });
  }
}

/** Links what time periods exclude; a name that leads nowhere is printed as an error and forgotten. */
export function linkExcludes(build: Build): void {
  const link = new Linker(build);
  for (const period of build.of('timeperiod')) {
    if (period.origins.has('exclude')) link.list(period, 'exclude', 'timeperiod', 'error-line', { keepEmpty: true });
  }
}

/** Looks for circles of time periods that exclude each other, and for what the arbiter takes for one. */
export function checkExcludes(build: Build): void {
  const excluded = (period: Item): readonly Item[] => period.links.get('exclude') ?? [];
  const inLoop = new Set<Item>();
  for (const items of loopsOf(build.of('timeperiod'), excluded)) {
    const [item] = items;
    if (!item) continue;
    for (const member of items) inLoop.add(member);
    const next = excluded(item).find((other) => items.includes(other));
    build.note('exclude-loop', { item, items, at: namePlace(item, 'exclude', next?.name ?? ''), diamond: false });
  }
  for (const item of build.of('timeperiod')) {
    const twice = reachedTwice(item, excluded);
    if (twice && !inLoop.has(twice))
      build.note('exclude-loop', { item, items: [twice], at: namePlace(item, 'exclude', ''), diamond: true });
  }
}

/** The first period that excluding leads to by two ways; undefined if there is none. */
function reachedTwice(root: Item, excluded: (period: Item) => readonly Item[]): Item | undefined {
  const seen = new Set<Item>([root]);
  const pending = [...excluded(root)];
  for (let period = pending.pop(); period; period = pending.pop()) {
    if (seen.has(period)) return period;
    seen.add(period);
    pending.push(...excluded(period));
  }
  return undefined;
}
