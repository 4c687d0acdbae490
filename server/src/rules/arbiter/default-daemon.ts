import type { DaemonType } from '../../schema';
import { defineRule } from '../rule';

export const defaultDaemon = defineRule<undefined>({
  code: 'arbiter/default-daemon',
  severity: 'warning',
  title: 'A kind of daemon that nobody defines',
  explain:
    'Where no arbiter, scheduler, poller, reactionner or broker is defined, Shinken adds one of that kind on localhost with its usual port, and warns. Define it, so that its modules, realm and address are yours to choose. A receiver is never added.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          address       localhost
      }`,
    good: `
      define arbiter {
          arbiter_name      arbiter-master
      }
      define scheduler {
          scheduler_name    scheduler-master
      }
      define poller {
          poller_name       poller-master
      }
      define reactionner {
          reactionner_name  reactionner-master
      }
      define broker {
          broker_name       broker-master
      }`,
  },
  check(model, report) {
    const added = model
      .facts('default-daemon')
      .map(({ type, port }) => `${article(type)} ${type} (port ${String(port)})`);
    if (added.length === 0) return;
    const message = `Shinken adds ${added.join(', ')} on localhost: none is defined.`;
    report({ at: undefined, message, data: undefined });
  },
});

function article(type: DaemonType): string {
  return type === 'arbiter' ? 'an' : 'a';
}
