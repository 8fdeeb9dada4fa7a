/** The longer parts of the help texts of the receiver and its inbox. */

export const RECEIVE_HELP = `
The address goes to standard output; what happens goes to standard error, in
lines without personal data. Nothing is answered before it is on the disk. What
looks like spam is set aside, never thrown away. Ctrl-C or SIGTERM ends it.

Examples:
  promulgate receive --store /var/lib/feedback --origin https://legal.example.com
  promulgate receive --store feedback --origin https://legal.example.com \\
      --behind-proxy --retain 90d
      behind nginx or another proxy that sets X-Forwarded-For
  PROMULGATE_SMTP=smtp://name:password@mail.example.com:587 \\
      promulgate receive --store feedback --mail-to legal@example.com

Environment:
  PROMULGATE_SMTP  the mail server to forward by, where --smtp is not given:
                   other users of the machine can read a command line

Exit codes:
  0    ended as it was asked to
  2    wrong usage, a folder that is in use, or a fault of Promulgate
`;

export const INBOX_HELP = `
All commands work while the receiver is running. They read what the preview
received, .promulgate/inbox, unless --store names another folder.

Examples:
  promulgate inbox list --store /var/lib/feedback
  promulgate inbox show 3f2a9c --store /var/lib/feedback
  promulgate inbox export csv --store /var/lib/feedback > feedback.csv
  promulgate inbox export json --email jo@example.com --store /var/lib/feedback
      what you hold about one person, for a request for access
  promulgate inbox erase --email jo@example.com --store /var/lib/feedback
      deletes it
  promulgate inbox list --quarantine --store /var/lib/feedback
  promulgate inbox release 3f2a9c --store /var/lib/feedback
      takes a message that was set aside by mistake for a good one

Exit codes:
  0    done
  1    there is no such message
  2    wrong usage, or a fault of Promulgate
`;
