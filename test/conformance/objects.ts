import type { Item } from '../../server/src/model/item';
import { writtenRanges, writtenValue } from '../../server/src/model/written';
import { directive, objectType, objectTypeList } from '../../server/src/schema';
import { breathe, type Figure } from './measure';
import { defaults, judge, lineOf, type ObjectsOf, type OracleObject, type Properties } from './oracle';

/** The arbiter's effective objects against ours, property by property. */
export async function measureObjects(root: string, sets: readonly ObjectsOf[]): Promise<Figure> {
  const filled = defaults();
  const missed: string[] = [];
  let of = 0;
  let good = 0;
  for (const set of sets) {
    await breathe();
    const { model, ...analysis } = judge(root, set, '2.4');
    const lines = lineOf({ model, ...analysis });
    const ours = new Map<string, Item[]>();
    for (const { name: type } of objectTypeList) {
      for (const item of model.items(type)) {
        const key = keyOf(type, item.name, item.source && lines(item.source.file, item.source.node.span.start));
        ours.set(key, [...(ours.get(key) ?? []), item]);
      }
    }
    for (const object of set.objects) {
      if (!object.expanded || objectType(object.type) === undefined) continue;
      of++;
      const candidates = ours.get(keyOf(object.type, object.name ?? '', object.line)) ?? [];
      const differences = candidates.map((item) => compare(object, item, filled[object.type] ?? {}));
      if (differences.some((list) => list.length === 0)) good++;
      else
        missed.push(
          `${set.main} ${object.type} ${object.name}: ${differences[0]?.slice(0, 4).join('; ') ?? 'we have no such object'}`,
        );
    }
  }
  return { title: "effective objects equal to the arbiter's", good, of, missed };
}

const keyOf = (type: string, name: string, line: number | undefined): string => `${type} ${name} ${String(line ?? '')}`;

/** What the recorder left out of every object. */
const unrecorded = new Set(['name', 'register', 'imported_from']);

/** What differs between the arbiter's object and ours; values equal to a default may be left out on either side. */
function compare(object: OracleObject, item: Item, filled: Properties): string[] {
  const expected = object.expanded ?? {};
  const actual = properties(item);
  const differences: string[] = [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (unrecorded.has(key)) continue;
    // What a discovery rule matches and writes is kept apart from its properties, where the recorder does not look.
    if (object.type.startsWith('discovery') && expected[key] === undefined && !directive(item.type, key)) continue;
    const recorded = expected[key];
    const theirs =
      key === 'dateranges' && Array.isArray(recorded) ? recorded.map(rangeLine) : (recorded ?? filled[key]);
    const mine = actual[key] ?? filled[key];
    if (canonical(key, theirs) !== canonical(key, mine))
      differences.push(`${key}: arbiter ${canonical(key, theirs)}, ours ${canonical(key, mine)}`);
  }
  return differences;
}

/**
 * Lists that are sets: their order is that of Python's hash tables, which nothing in the files decides, and a name that several groups
 * bring in stands in them several times, to no effect.
 */
const sets = new Set(['members', 'contacts', 'contact_groups', 'dateranges', 'realm_members']);

function canonical(key: string, value: string | readonly string[] | undefined): string {
  // A placeholder that the arbiter puts where a contact leaves a notification directive out.
  if (value === undefined || (typeof value === 'string' && value.startsWith('<object object'))) return '(none)';
  if (typeof value === 'string') return JSON.stringify(value);
  // Modules are recorded as the arbiter links them, without the empty name; realms with the commas that its own joining leaves behind.
  const items = value.filter(
    (item) => !(key === 'modules' && item === '') && !(key === 'realm_members' && item === ','),
  );
  return JSON.stringify(sets.has(key) ? [...new Set(items)].sort() : items);
}

function properties(item: Item): Properties {
  const all: Record<string, string | readonly string[]> = {};
  for (const [key, value] of item.props) all[key] = writtenValue(value);
  for (const [key, value] of item.customs) all[key] = value;
  if (item.ranges.length > 0) all['dateranges'] = writtenRanges(item);
  return all;
}

/** A date range as the recorder has it (`MonthDateDaterange emday=1 emon=may smday=1 smon=may 00:00-24:00`), as one would write it. */
function rangeLine(recorded: string): string {
  const fields = new Map([...recorded.matchAll(/(\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]));
  const times = recorded.slice(recorded.lastIndexOf(' ') + 1);
  const end = (side: 's' | 'e'): string => {
    const field = (name: string): string => fields.get(`${side}${name}`) ?? '';
    const two = (name: string): string => field(name).padStart(2, '0');
    if (recorded.startsWith('Calendar')) return `${field('year')}-${two('mon')}-${two('mday')}`;
    if (recorded.startsWith('MonthWeekDay')) return `${field('wday')} ${field('wday_offset')} ${field('mon')}`;
    if (recorded.startsWith('WeekDay')) return `${field('wday')} ${field('wday_offset')}`;
    if (recorded.startsWith('MonthDay')) return `day ${field('mday')}`;
    return `${field('mon')} ${field('mday')}`;
  };
  if (fields.has('day')) return `${fields.get('day') ?? ''} ${times}`;
  const step = fields.get('skip_interval');
  // The end of a range within one month is written without the month.
  const short = fields.get('smon') === fields.get('emon') && /^Month(Date|Day)/.test(recorded);
  const last = short ? (fields.get('emday') ?? '') : end('e');
  const days = end('s') === end('e') ? end('s') : `${end('s')} - ${last}`;
  return `${days}${step === undefined ? '' : ` / ${step}`} ${times}`;
}
