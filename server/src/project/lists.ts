/** Whether two lists hold the very same, one behind the other. */
export function isSameList<Each>(some: readonly Each[], others: readonly Each[]): boolean {
  return some === others || (some.length === others.length && some.every((one, index) => one === others[index]));
}

/** Puts something behind what a map lists under a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What a map has for a key, made when it is first asked for. */
export function remembered<Key, Value extends NonNullable<unknown>>(
  known: Map<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
