import { alice, host, service, shape, type Shape } from './support';

/** Commands, time periods, contacts and what changes them. */
export const people: readonly Shape[] = [
  shape(
    'a command: calls, lists of calls, settings',
    `
    global_host_event_handler=«restart»!all
    define command {
        command_name  «restart»
        command_line  /bin/restart
    }
    define command {
        command_name  restart-2
        command_line  /bin/restart
    }
    ${host('a', 'check_command «restart»!restart!x\\!restart\n      event_handler  «restart»')}
    ${service('host_name a', 'S').replace('ping', '«restart»')}
    define contact {
        contact_name                   bob
        host_notification_commands     restart-2, «restart»
        service_notification_commands  «restart»!1,restart-2
    }
    define checkmodulation {
        checkmodulation_name  c
        check_command         «restart»
    }
    define notificationway {
        notificationway_name           n
        host_notification_commands     «restart»
    }
    define discoveryrun {
        discoveryrun_name     d
        discoveryrun_command  «restart»
    }`,
  ),
  shape(
    'a time period',
    `
    define timeperiod {
        timeperiod_name  «nights»
        monday           00:00-06:00
    }
    define timeperiod {
        timeperiod_name  days
        monday           00:00-24:00
        exclude          «nights»
    }
    ${host('a', 'check_period «nights»\n      notification_period «nights»\n      maintenance_period «nights»')}
    ${alice}
    define contact {
        contact_name                 bob
        host_notification_period     «nights»
        service_notification_period  «nights»
    }
    define hostdependency {
        host_name            a
        dependent_host_name  a
        dependency_period    «nights»
    }
    define escalation {
        escalation_name     e
        first_notification  1
        last_notification   2
        escalation_period   «nights»
        contacts            alice
    }
    define macromodulation {
        macromodulation_name  m
        modulation_period     «nights»
    }`,
  ),
  shape(
    'a contact',
    `
    define contact {
        contact_name  «bob»
    }
    ${alice}
    define contactgroup {
        contactgroup_name  ops
        members            alice, «bob»
    }
    define host {
        name      t
        contacts  «bob»
        register  0
    }
    ${host('a', 'use t\n      contacts +alice,«bob»')}
    define escalation {
        escalation_name     e
        first_notification  1
        last_notification   2
        contacts            «bob»
    }
    define command {
        command_name  x
        command_line  mail $CONTACTEMAIL:«bob»$
    }`,
  ),
  shape(
    'a contact group',
    `
    define contactgroup {
        contactgroup_name  «ops»
    }
    define contactgroup {
        contactgroup_name     all
        contactgroup_members  «ops»
    }
    define contact {
        contact_name   bob
        contactgroups  «ops»
    }
    ${host('a', 'contact_groups +«ops»,all')}`,
  ),
  shape(
    'a notification way',
    `
    define notificationway {
        notificationway_name  «n»
    }
    define contact {
        contact_name      bob
        notificationways  «n»
    }`,
  ),
  shape(
    'an escalation',
    `
    define escalation {
        escalation_name     «e»
        first_notification  1
        last_notification   2
        contacts            alice
    }
    ${alice}
    ${host('a', 'escalations «e»')}`,
  ),
  shape(
    'a modulation of macros',
    `
    define macromodulation {
        macromodulation_name  «m»
    }
    ${host('a', 'macromodulations «m»')}`,
  ),
  shape(
    'modulations of checks and of importance',
    `
    define checkmodulation {
        checkmodulation_name  «m»
        check_command         ping
    }
    define businessimpactmodulation {
        business_impact_modulation_name  m
        business_impact                  1
    }
    ${host('a', 'checkmodulations «m»\n      business_impact_modulations m')}
    define command {
        command_name  ping
        command_line  /bin/true
    }`,
  ),
  shape(
    'a modulation of results',
    `
    define resultmodulation {
        resultmodulation_name  «m»
        modulation_period      always
    }
    define timeperiod {
        timeperiod_name  always
    }
    ${host('a', 'resultmodulations «m»')}`,
  ),
];
