import { headPlace } from '../../model/item';
import { written } from '../../model/names/written';
import { defineRule } from '../rule';
import { edits, insertDirective } from '../edits';

export const unboundService = defineRule<{ readonly host: string | undefined }>({
  code: 'arbiter/unbound-service',
  severity: 'error',
  title: 'A service without hosts',
  explain:
    'A service needs `host_name` or `hostgroup_name` in its own definition: what a template has of them comes too late, and the arbiter refuses the service all the same. With `register 0` it would be a template, which goes to the hosts that use the host templates in its `host_name`.',
  example: {
    bad: `
      define service {
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }
      define host {
          host_name  web-1
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('unbound-service')) {
      const host = item.text('host_name');
      const inherited = host !== undefined && host !== '';
      const template =
        (item.props.get('name') ?? '') !== '' ? ' If it is meant as a template, register 0 is missing.' : '';
      const message = inherited
        ? 'The arbiter refuses this service: host_name and hostgroup_name of a template come too late, it needs one of its own.'
        : `The arbiter refuses a service without host_name and hostgroup_name.${template}`;
      report({
        at: item.source && headPlace(item.source),
        object: item,
        message,
        data: { host: inherited ? host : undefined },
      });
    }
  },
  fix({ file, span, data: { host } }, model) {
    const object = model.project.objects.find(
      ({ file: its, node }) => its === file && node.keywordSpan.start === span.start,
    );
    const text = model.text(file);
    if (!object || text === undefined) return [];
    const isTemplate = written(object, 'name') !== undefined;
    return [
      ...(isTemplate
        ? [
            {
              title: 'Make it a template: register 0',
              change: edits(insertDirective(object, text, 'register', '0')),
              preferred: true,
            },
          ]
        : []),
      ...(host === undefined
        ? []
        : [{ title: `Add host_name ${host}`, change: edits(insertDirective(object, text, 'host_name', host)) }]),
    ];
  },
});
