import { placeOf } from '../../model/item';
import type { RawProperty } from '../../project/types';
import { directive } from '../../schema';
import { edits, replaceValue } from '../edits';
import { defineRule } from '../rule';

interface Data {
  readonly property: RawProperty | undefined;
  readonly states: readonly string[];
}

export const badInitialState = defineRule<Data>({
  code: 'arbiter/bad-initial-state',
  severity: 'error',
  title: 'An initial state that is none',
  explain:
    'The first letter of `initial_state` is the state before the first result: `o`, `d` or `u` of a host; `o`, `w`, `c` or `u` of a service. The arbiter refuses any other letter.',
  example: {
    bad: `
      define host {
          host_name      web-1
          initial_state  w
      }`,
    good: `
      define host {
          host_name      web-1
          initial_state  d
      }`,
  },
  check(model, report) {
    for (const { item, value } of model.facts('bad-initial-state')) {
      const states = (directive(item.type, 'initial_state')?.choices ?? []).map((choice) => choice.value);
      const message = `The arbiter refuses the initial state ${value}: it is one of ${states.join(', ')}.`;
      const property = item.origins.get('initial_state')?.property;
      report({ at: placeOf(item, 'initial_state'), object: item, message, data: { property, states } });
    }
  },
  fix: ({ data: { property, states } }) =>
    property
      ? states.map((state) => ({ title: `Change to ${state}`, change: edits(replaceValue(property, state)) }))
      : [],
});
