/** `duplicate_foreach`: one service for each key of a host's custom macro (service.py, `Service.duplicate`). */
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { copyService } from './copy-service';
import { generate, type GeneratedEntry } from './foreach';
import type { Item } from './item';
import { placeOf } from './item';

/** Directives in which `$KEY$` and `$VALUE…$` are replaced; the description takes `$KEY$` only. */
const expandable = ['check_command', 'display_name', 'aggregation', 'event_handler'] as const;

/** Characters that no description may have: each run of them in a key becomes `_`, whatever the configuration forbids. */
const unsafe = /[`~!$%^&*"|'<>?,()=]+/g;

/** The copies of a service for one host, in no collection yet. */
export function duplicateForEach(build: Build, service: Item, host: Item): Item[] {
  const macro = strip(service.text('duplicate_foreach') ?? '').toUpperCase();
  const value = host.customs.get(macro);
  if (value === undefined) {
    build.note('foreach-without-macro', { item: service, host, macro });
    return [];
  }
  const skipped = new Set((host.customs.get(`_!${macro.slice(1)}`) ?? '').split(',').map(strip));
  const generated = generate(value, service.text('default_value') ?? '');
  if (typeof generated === 'string') {
    host.fail();
    const at = placeOf(host, macro);
    build.note('bad-generator', { item: service, host, macro, value, at, crashes: generated === 'crash' });
    return [];
  }
  const entries = generated.filter(({ key }) => key === '' || !skipped.has(key));
  if (entries.length > 1 && !(service.text('service_description') ?? '$KEY$').includes('$KEY$')) {
    build.note('foreach-without-key', { item: service });
  }
  return entries.map((entry) => duplicateFor(build, service, host, entry));
}

function duplicateFor(build: Build, service: Item, host: Item, entry: GeneratedEntry): Item {
  const copy = copyService(build, service);
  copy.props.set('host_name', host.text('host_name') ?? '');
  const description = service.text('service_description');
  if (description !== undefined) {
    copy.props.set(
      'service_description',
      description.replaceAll('$KEY$', () => entry.key.replace(unsafe, '_')),
    );
  }
  for (const key of expandable) {
    const text = copy.text(key);
    if (text !== undefined) copy.props.set(key, fillIn(text, entry));
  }
  // The list is shared by all copies: the first key that replaces anything does so for all of them.
  const dependencies = copy.props.get('service_dependencies');
  if (Array.isArray(dependencies)) {
    for (const [index, text] of dependencies.entries()) dependencies[index] = fillIn(text, entry);
  }
  return copy;
}

function fillIn(text: string, { key, values }: GeneratedEntry): string {
  if (!text.includes('$')) return text;
  let filled = text.replaceAll('$KEY$', () => key);
  for (const [name, value] of values) filled = filled.replaceAll(`$${name}$`, () => value);
  return filled;
}
