import { host, ping, service, shape, type Shape } from './support';

/** Things that are not the same, and yet cannot have different names from then on. */
export const bound: readonly Shape[] = [
  shape(
    'services that one line names have to keep one name',
    `
    ${host('a')}
    ${host('b')}
    ${service('host_name a', '«HTTP»')}
    ${service('host_name b', '«HTTP»')}
    define servicedependency {
        host_name                      a,b
        service_description            «HTTP»
        dependent_service_description  «HTTP»
    }
    ${ping}`,
  ),
  shape(
    'a custom macro that is modulated, of whatever it modulates',
    `
    ${host('a', '_«LEVEL» 1')}
    ${service('host_name a', 'S', '_«LEVEL» 2')}
    define macromodulation {
        macromodulation_name  m
        _«LEVEL»              3
    }
    define command {
        command_name  ping
        command_line  /bin/true $_SERVICE«LEVEL»$ $_HOST«LEVEL»$
    }`,
    'LIMIT',
  ),
];
