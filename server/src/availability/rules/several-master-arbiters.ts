import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const severalMasterArbiters = defineRule<{ readonly name: string }>({
  code: 'availability/several-master-arbiters',
  severity: 'error',
  title: 'More than one active arbiter',
  explain:
    'Two arbiters that are no spares send each other their configuration and stop each other: nothing is dispatched any more. Exactly one arbiter is active, the other has `spare 1`.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-1
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-2
          host_name     server3
          address       server3
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-1
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-2
          host_name     server3
          address       server3
          spare         1
      }`,
  },
  check(model, report) {
    const [first, ...others] = (complete(model)?.of('arbiter') ?? []).filter(({ spare }) => !spare);
    const place = first && placeOfDaemon(first);
    for (const other of others) {
      report({
        at: placeOfDaemon(other, 'spare'),
        object: other.item,
        message: `${first?.name ?? ''} is active already: two active arbiters stop each other. Give one of them spare 1.`,
        related: first && place ? [{ ...place, message: `the arbiter ${first.name}` }] : [],
        data: { name: other.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model)
      .of('arbiter')
      .find(({ name }) => name === data.name);
    const edit = daemon && setDirective(model, daemon, 'spare', '1');
    return edit ? [{ title: `Make ${data.name} a spare`, change: edits(edit), preferred: true }] : [];
  },
});
