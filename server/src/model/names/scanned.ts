/** The names that an object says, looked for once. */
import { Attached } from '../../project/attached';
import type { FilePath, RawObject } from '../../project/types';
import type { Occurrence } from './occurrence';
import { definitionsIn, referencesIn } from './scan';
import { isWhole } from './written';

export class Scanned {
  readonly file: FilePath;
  private defined: readonly Occurrence[] | undefined;
  private said: readonly Occurrence[] | undefined;

  constructor(private readonly object: RawObject) {
    this.file = object.file;
  }

  get definitions(): readonly Occurrence[] {
    return (this.defined ??= definitionsIn(this.object));
  }
  get references(): readonly Occurrence[] {
    return (this.said ??= this.object.properties.flatMap((property) => referencesIn(this.object, property)));
  }
}

/** By node, so that the objects of unchanged files are looked through once, however often the project is read again. */
const scanned = new Attached<RawObject['node'], Scanned>();

export function scan(object: RawObject): Scanned {
  const { node, file } = object;
  const known = scanned.get(node);
  const whole = isWhole(object);
  if (known?.file === file && whole) return known;
  const found = new Scanned(object);
  if (whole) scanned.set(node, found);
  return found;
}
