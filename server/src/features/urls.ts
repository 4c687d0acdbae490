/** Addresses of pages in values, with their macros worked out where only one value is possible. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import type { RawObject } from '../project/types';
import { objectType } from '../schema';
import { itemsOf } from './effective';
import { customMacro, macrosIn } from '../model/names/macros';
import { isTemplate } from '../model/names/written';

/** Macros stand in macros, but nobody nests them deeper than this. */
const MAX_ROUNDS = 8;

/** Finds the pages that values of one configuration lead to. */
export class Urls {
  /** The model is asked for only where a macro needs it. */
  constructor(private readonly model: () => Model) {}

  /** The page that a value of an object leads to: of a template or a service of many hosts only where it is the same for all of them. */
  of(object: RawObject, value: string): string | undefined {
    const text = value.trim();
    const resolved = text.includes('$') ? this.resolved(object, text) : text;
    return resolved !== undefined && /^https?:\/\/[^\s$]+$/i.test(resolved) ? resolved : undefined;
  }

  private resolved(object: RawObject, text: string): string | undefined {
    const items = isTemplate(object) ? [] : itemsOf({ model: this.model() }, object);
    const found = new Set((items.length > 0 ? items : [undefined]).map((item) => this.resolve(text, item)));
    const [only] = found;
    return found.size === 1 ? only : undefined;
  }

  private resolve(text: string, item: Item | undefined): string | undefined {
    let result = text;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const macros = macrosIn(result);
      if (macros.length === 0) return result;
      for (const macro of macros) {
        const value = this.valueOf(macro.text, item);
        if (value === undefined) return undefined;
        result = result.replaceAll(`$${macro.text}$`, () => value);
      }
    }
    return undefined;
  }

  private valueOf(macro: string, item: Item | undefined): string | undefined {
    const model = this.model();
    const resource = model.macros.get(macro);
    if (resource !== undefined) return resource;
    const host = item && item.type !== 'host' ? model.find('host', item.text('host_name') ?? '') : undefined;
    const owners = [item, host].flatMap((owner) => owner ?? []);
    const custom = customMacro(macro);
    if (custom) {
      const owner = owners.find(({ type }) => type === custom.owner);
      // A modulation may put another value in its place at some times of the day.
      const isModulated = (owner?.links.get('macromodulations') ?? []).length > 0;
      return isModulated ? undefined : owner?.customs.get(`_${custom.name.toUpperCase()}`);
    }
    for (const owner of owners) {
      const key = objectType(owner.type)?.macros[macro];
      if (key === undefined) continue;
      const value = key === '' ? undefined : owner.get(key);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    }
    return undefined;
  }
}
