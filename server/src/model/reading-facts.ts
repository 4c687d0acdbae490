import type { RawObject, RawProperty, RawSetting } from '../project/types';
import type { Item } from './item';

/** Facts noted while raw objects become items. Extended by the phase that notes them. */
export interface ReadingFacts {
  'unknown-type': { readonly object: RawObject };
  /** A property that the object's type does not have. */
  'unknown-property': { readonly item: Item; readonly property: RawProperty };
  /** A value that does not convert. `crashes`: the arbiter dies of it instead of saying so. */
  'bad-value': {
    readonly item: Item;
    readonly property: RawProperty;
    readonly crashes: boolean;
    readonly ignored: boolean;
  };
  'unknown-setting': { readonly setting: RawSetting };
}
