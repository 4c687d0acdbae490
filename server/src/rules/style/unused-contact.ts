import { unusedRule } from './unused';

export const unusedContact = unusedRule({
  code: 'style/unused-contact',
  title: 'A contact whom nobody notifies',
  explain:
    'No host, service or escalation names the contact, nor a contact group that something names. One that may log in to the web interface (`password`, `is_admin`, `can_submit_commands`) is left in peace.',
  includes: (space) => space === 'contact',
  example: {
    bad: `
      define contact {
          contact_name  anna
      }
      define contact {
          contact_name  bob
      }
      define host {
          host_name  web-1
          contacts   anna
      }`,
    good: `
      define contact {
          contact_name  anna
      }
      define contact {
          contact_name  bob
      }
      define host {
          host_name  web-1
          contacts   anna,bob
      }`,
  },
});
