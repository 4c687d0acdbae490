/** Work that nobody does while all is well: realms that nobody serves, tags that nobody has. */
import { rows } from './rows';

/** A command, a contact and a period: what a host needs to be checked and to be told about. */
const things = `
  command ping command_line=/bin/true
  command mail command_line=/bin/true
  define timeperiod {
      timeperiod_name  always
      monday           00:00-24:00
  }
  define contact {
      contact_name                   admin
      host_notification_commands     mail
      service_notification_commands  mail
      host_notification_period       always
      service_notification_period    always
  }`;

const realms = `${things}
  realm World realm_members=Europe default=1
  realm Europe
  scheduler world server1 realm=World
  scheduler europe server2 realm=Europe
  broker broker server1 realm=World manage_arbiters=1`;

rows('unserved-realm', [
  {
    what: 'a realm without a poller, and without a reactionner',
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=0
      reactionner world server1 realm=World manage_sub_realms=0
      host web realm=Europe check_command=ping contacts=admin
      host db realm=Europe check_command=ping contacts=admin`,
    says: [
      'error ‹Europe› The realm Europe has 2 hosts and no poller reaches it: its checks are never run.',
      'error ‹Europe› The realm Europe has 2 hosts and no reactionner reaches it: its notifications are never sent.',
    ],
  },
  {
    what: 'nothing where the daemons of the realm above reach it',
    given: `${realms}
      poller world server1 realm=World
      reactionner world server1 realm=World
      host web realm=Europe check_command=ping contacts=admin`,
    says: [],
  },
  {
    what: 'nothing of a realm without hosts',
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=0
      host web realm=World check_command=ping`,
    says: [],
  },
  {
    what: 'nothing of hosts that only wait for passive results, and tell nobody',
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=0
      reactionner world server1 realm=World manage_sub_realms=0
      host web realm=Europe check_command=ping active_checks_enabled=0
      host db realm=Europe`,
    says: [],
  },
  {
    what: 'a service that is checked on a host that is not',
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=0
      reactionner world server1 realm=World
      host web realm=Europe
      define service {
          host_name            web
          service_description  Load
          check_command        ping
      }`,
    says: ['error ‹Europe› The realm Europe has one host and no poller reaches it: its checks are never run.'],
  },
  {
    what: 'hosts that name no realm are in the default one',
    given: `${things}
      realm All default=1
      realm Other
      scheduler all server1 realm=All
      poller other server1 realm=Other
      host web check_command=ping`,
    says: ['error ‹All› The realm All has one host and no poller reaches it: its checks are never run.'],
  },
]);

rows('tag-out-of-reach', [
  {
    what: 'the tag of a command that no poller has',
    given: `${things}
      command dmz command_line=/bin/true poller_tag=DMZ
      poller one server1
      host web check_command=dmz`,
    says: ['warning ‹DMZ› No active poller that serves the realm Default has the tag DMZ: this is never run there.'],
  },
  {
    what: 'nothing of a command that nobody uses, or that is not run',
    given: `${things}
      command dmz command_line=/bin/true poller_tag=DMZ
      poller one server1
      host web check_command=ping
      host db check_command=dmz active_checks_enabled=0`,
    says: [],
  },
  {
    what: "nothing where the host's own tag counts instead",
    given: `${things}
      command dmz command_line=/bin/true poller_tag=DMZ
      poller one server1 poller_tags=None,LAN
      host web check_command=dmz poller_tag=LAN
      host db check_command=dmz poller_tag=None`,
    says: [],
  },
  {
    what: 'the tag of a host that only a spare has',
    given: `${things}
      poller one server1
      poller spare server3 poller_tags=None,DMZ spare=1
      host web check_command=ping poller_tag=DMZ`,
    says: ['warning ‹DMZ› No active poller that serves the realm Default has the tag DMZ: this is never run there.'],
  },
  {
    what: 'the tag that only a poller of another realm has, once for the template that many hosts have it from',
    given: `${realms}
      poller world server1 realm=World poller_tags=None,DMZ manage_sub_realms=0
      poller europe server2 realm=Europe
      define host {
          name        dmz
          poller_tag  DMZ
          register    0
      }
      host web use=dmz check_command=ping realm=World
      host db use=dmz check_command=ping realm=Europe
      host ns use=dmz check_command=ping realm=Europe`,
    says: ['warning ‹DMZ› No active poller that serves the realm Europe has the tag DMZ: this is never run there.'],
  },
  {
    what: 'nothing where the poller of the realm above has it',
    given: `${realms}
      poller world server1 realm=World poller_tags=None,DMZ
      poller europe server2 realm=Europe
      host db poller_tag=DMZ check_command=ping realm=Europe`,
    says: [],
  },
  {
    what: 'a tag that no poller at all has is refused by the arbiter',
    given: `${things}
      poller one server1
      host web poller_tag=DMZ check_command=ping`,
    says: [],
  },
  {
    what: 'hosts without a tag, where the pollers in reach want one',
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=0
      poller europe server2 realm=Europe poller_tags=DMZ
      reactionner world server1 realm=World
      host web check_command=ping realm=Europe
      host db check_command=ping realm=Europe
      host ns poller_tag=DMZ check_command=ping realm=Europe`,
    says: [
      'warning ‹DMZ› Nobody runs the checks of 2 hosts and services of the realm Europe: there is no poller_tag, and the poller europe lacks the tag None.',
    ],
  },
  {
    what: 'the tag of a notification command, and commands without one',
    given: `${things.replace('mail command_line=/bin/true', 'mail command_line=/bin/true reactionner_tag=sms')}
      command restart command_line=/bin/true
      reactionner one server1 reactionner_tags=mail
      host web check_command=ping contacts=admin event_handler=restart`,
    says: [
      'warning ‹sms› No active reactionner that serves the realm Default has the tag sms: this is never sent there.',
      'warning ‹mail› Nobody sends the notifications of one host or service of the realm Default: their commands have no reactionner_tag, and the reactionner one lacks the tag None.',
    ],
  },
  {
    what: "nothing of a host's reactionner_tag: Shinken does not look at it",
    given: `${things}
      reactionner one server1
      host web check_command=ping contacts=admin reactionner_tag=sms`,
    says: [],
  },
  {
    what: 'nothing where nobody is told',
    given: `${things.replace('mail command_line=/bin/true', 'mail command_line=/bin/true reactionner_tag=sms')}
      reactionner one server1
      host web check_command=ping contacts=admin notifications_enabled=0`,
    says: [],
  },
]);
