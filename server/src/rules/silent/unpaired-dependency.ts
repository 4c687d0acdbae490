import { defineRule } from '../rule';

export const unpairedDependency = defineRule<undefined>({
  code: 'silent/unpaired-dependency',
  severity: 'warning',
  title: 'A service dependency without its other half',
  explain:
    '`service_dependencies` are pairs of a host and a description: `web-1,Load,db-1,Mysql`, an empty host standing for the service’s own: `,Load`. A last name without a partner is passed over.',
  example: {
    bad: `
      define host {
          host_name             web-1
      }
      define service {
          host_name             web-1
          service_description   Http
          check_command         _echo
          check_interval        5
          retry_interval        1
          service_dependencies  Load
      }
      define service {
          host_name             web-1
          service_description   Load
          check_command         _echo
          check_interval        5
          retry_interval        1
      }`,
    good: `
      define host {
          host_name             web-1
      }
      define service {
          host_name             web-1
          service_description   Http
          check_command         _echo
          check_interval        5
          retry_interval        1
          service_dependencies  ,Load
      }
      define service {
          host_name             web-1
          service_description   Load
          check_command         _echo
          check_interval        5
          retry_interval        1
      }`,
  },
  check(model, report) {
    for (const { item, name, at } of model.facts('unpaired-dependency')) {
      const isHost = model.find('host', name) !== undefined;
      const hint = isHost
        ? `say which service of ${name} is meant`
        : `for the service ${name} of the same host write ,${name}`;
      report({ at, object: item, message: `${name} has no partner and is passed over: ${hint}.`, data: undefined });
    }
  },
});
