import { type Directive, objectType, type ObjectTypeName } from '../schema';
import type { Place } from '../project/types';
import type { Build } from './build';
import { parseCall } from './command-call';
import type { Item } from './item';
import { isWritten } from './linker';
import { namePlace } from './places';
import { inheritingTypes } from './templates';

/**
 * Looks at the names in templates that no object took over: because nobody uses the template, or everybody overrides the value. The
 * arbiter never sees them, but will as soon as somebody does. It comes last, when all that counts has been noted.
 */
export function checkIdleTemplates(build: Build): void {
  const noted = new Set<string>();
  for (const fact of build.facts) if (fact.kind === 'unknown-reference' && fact.at) noted.add(placeKey(fact.at));
  for (const type of inheritingTypes) {
    const directives = (objectType(type)?.directives ?? []).filter(isChecked);
    for (const template of build.of(type).templates) {
      for (const { name: key, reference } of directives) {
        const written = template.origins.get(key);
        if (!written || written.via.length > 0 || !reference) continue;
        const target = reference.target as ObjectTypeName;
        for (const name of namesIn(template, key, reference.shape)) {
          if (name === '' || name === '+' || name === 'null' || build.of(target).find(name)) continue;
          // The members of contact groups are not the template's own words.
          if (key === 'contacts' && !isWritten(template, key, name)) continue;
          const at = namePlace(template, key, name);
          if (at && !noted.has(placeKey(at))) {
            build.note('unknown-reference', { item: template, key, at, target, name, outcome: 'silent' });
          }
        }
      }
    }
  }
}

function placeKey({ file, span }: Place): string {
  return `${file}:${String(span.start)}-${String(span.end)}`;
}

const checkedTargets: ReadonlySet<string> = new Set([
  'businessimpactmodulation',
  'checkmodulation',
  'command',
  'contact',
  'contactgroup',
  'escalation',
  'macromodulation',
  'notificationway',
  'resultmodulation',
  'timeperiod',
]);

/** Names of what a template may name; hosts and groups depend on who uses it. */
function isChecked({ reference }: Directive): boolean {
  return reference !== undefined && reference.missing !== 'created' && checkedTargets.has(reference.target);
}

function namesIn(template: Item, key: string, shape: string): readonly string[] {
  const names = shape === 'name' || shape === 'call' ? [template.text(key) ?? ''] : template.list(key);
  return shape === 'call' || shape === 'calls' ? names.map((call) => parseCall(call).name) : names;
}
