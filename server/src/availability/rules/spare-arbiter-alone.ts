import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const spareArbiterAlone = defineRule<{ readonly name: string }>({
  code: 'availability/spare-arbiter-alone',
  severity: 'error',
  title: 'A spare arbiter and no master',
  explain:
    'A spare arbiter waits for the master to fall silent. Where there is no master it waits five minutes at every start before it does anything. Make it active, or define the master.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server3
          address       server3
          spare         1
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server3
          address       server3
      }`,
  },
  check(model, report) {
    const arbiters = complete(model)?.of('arbiter') ?? [];
    const [first] = arbiters;
    if (!first || arbiters.some(({ spare }) => !spare)) return;
    report({
      at: placeOfDaemon(first, 'spare'),
      object: first.item,
      message: `Every arbiter is a spare: ${first.name} waits five minutes for a master that does not exist.`,
      data: { name: first.name },
    });
  },
  fix({ data }, model) {
    const daemon = topologyOf(model)
      .of('arbiter')
      .find(({ name }) => name === data.name);
    const edit = daemon && setDirective(model, daemon, 'spare', '0');
    return edit ? [{ title: `Make ${data.name} active`, change: edits(edit) }] : [];
  },
});
