/** The longer parts of the help texts: examples, exit codes, environment. */

const EXIT_CODES = `
Exit codes:
  0    done
  1    problems in the policies: each is printed with its line and its cure
  2    wrong usage, a problem in policies/site.yaml or with the output folder,
       or a fault of Promulgate
  130  stopped by Ctrl-C
`;

const ENVIRONMENT = `
Environment:
  SOURCE_DATE_EPOCH  the moment to build for, in seconds since 1970-01-01 UTC,
                     where --as-of is not given (else: now)
  NO_COLOR           print without colour
  FORCE_COLOR        print with colour where no terminal reads it, too (0: not);
                     it wins over NO_COLOR; if empty, it counts as not set
  CI                 show no progress line
  GITHUB_WORKSPACE   the repository to which --reporter github relates its paths
`;

export const MAIN_HELP = `
Examples:
  promulgate check     look for problems in policies/ before you publish
  promulgate new privacy --effective 2027-03-01
                       begin the next edition of a policy, as a draft
  promulgate status    see what is in force and what changes next
  promulgate diff privacy
                       see what the coming edition of a policy changes
  promulgate build     make the site in dist/, ready for any static host
  promulgate preview   look at the site in your browser
  promulgate receive --store feedback
                       take what visitors send from the feedback form

"promulgate help build" tells all about a command.
${EXIT_CODES}`;

export const BUILD_HELP = `
If there is any error, nothing is written and the site in the output folder
stays as it was.

Examples:
  promulgate build
  promulgate build --as-of 2027-01-01 --out /tmp/new-year
      the site as visitors will see it on 1 January 2027
  promulgate build --base /policies/
      for a site at https://www.example.com/policies/
  promulgate build --dry-run
      says how many files would be written and removed, and writes none
  promulgate build --strict --reporter github
      in a GitHub workflow: marks each problem in the pull request
${EXIT_CODES}${ENVIRONMENT}`;

export const CHECK_HELP = `
With --external, and only then, the network is used: once there is no error,
every address outside the site that is linked to is asked for, politely. What
leads nowhere, has moved for good or gives no clear answer is a warning. Good
answers are kept for 7 days in .promulgate/links.json below the root folder: put
.promulgate/ into your .gitignore; delete it to have all addresses asked again.

With --endpoint, and only then, one message is sent to the receiver of the
feedback form, marked as a trial, the way the form would send it; what came back
is told. An error means that visitors' messages would not arrive.

Examples:
  promulgate check
  promulgate check --external             for a weekly run, not for each change
  promulgate check --endpoint             once, after setting up the form
  promulgate check --as-of 2027-01-01     as things will stand on that day
  promulgate check --reporter json > report.json

With --since, texts that were published in the named Git revision, as of its
commit, must be the same now: the guard of the ledger for those who keep none.
A change needs a new edition, or a correction in the front matter. In CI, name
the branch that is merged into: --since origin/main.

With --stale, a published site is looked at instead, and policies/ is not read.
It is stale once a change has come that it was not built for, that is, when the
instant "nextChange" in its policies.json has passed; or if it was built for a
moment to come, and shows what is not in force yet. Age alone is no fault,
unless --max-age says so: give it where builds run on a schedule, to learn when
they have stopped. The exit code is 0 for a site that is up to date, 1 for a
stale one, 2 if its policies.json cannot be read. Now is what --as-of says, else
the clock; SOURCE_DATE_EPOCH is not heeded.

  promulgate check --stale https://legal.example.com/
  promulgate check --stale https://www.example.com/policies/ --max-age 3
  promulgate check --stale dist/
${EXIT_CODES}${ENVIRONMENT}`;

export const STATUS_HELP = `
Reads and checks everything as build does, and writes nothing. The answer goes
to standard output. Problems are counted; "promulgate check" prints them. Where
something has errors, the rest is answered all the same, and the exit code is 1.

With --on, a time still to come is "not decided yet": the answer is how it
stands by what has been announced. Where it changes within a day, or is not the
same for everybody, there is a line for each answer.

With --next, nothing is printed if no change is known; the exit code is 0.

Examples:
  promulgate status
  promulgate status --on 2021-05-03
  promulgate status --on 2021-05-03T12:00+03:00
  promulgate status --next                for a scheduler: when to build next
  promulgate status --json > status.json
${EXIT_CODES}${ENVIRONMENT}`;

export const DIFF_HELP = `
Without editions: the edition in force is compared with the next one announced;
if none is announced, with the one before it; if none is in force, the last two
are compared. One edition is compared with the one before it.

With --since, the texts as they are now are compared with those of a Git
revision: a text that was changed, with itself as it was; a new one, with the
edition before it; in all languages. The revision is taken as it is: where a
branch went on meanwhile, give the output of "git merge-base main HEAD".

Changes that may change what the text means (numbers, dates, "not", "must" …)
are listed first. They are found by rule: look at the rest too.

Without colour, [-words-] were taken out and {+words+} put in. The forms:
  terminal   changed paragraphs, each with its neighbours
  markdown   for a comment on a pull request; cut where too long for one
  html       one page with both texts whole, which needs nothing else
  json       for programs

Exit codes:
  0    nothing differs
  1    something does: words, numbers, links, form or title
  2    wrong usage, or something cannot be read

Examples:
  promulgate diff privacy
  promulgate diff privacy 2026-06-01
  promulgate diff privacy 2025-02-01 2026-06-01 --format html > changes.html
  promulgate diff --since origin/main --format markdown
${ENVIRONMENT}`;

export const SEAL_HELP = `
Writes into policies/ledger.json, for each text that is published by now, two
digests: of its source and of the words that a reader sees; and, for each that
was corrected, withdrawn or given another date, what its front matter declares.
Entries are added, never changed. If a sealed text was changed without a word
about it, nothing is entered, and what to do is said. Commit the file.

With --timestamp-request, also writes policies/timestamps/<head>.tsq, which asks
a time-stamping authority (RFC 3161) to attest that the ledger is so today. Send
it there, and put the answer beside it as <head>.tsr: the site publishes it.

Run it each time something has been published. With --check, for CI, nothing is
written; the exit code is 1 if an entry is missing.

Examples:
  promulgate seal
  promulgate seal --check
  promulgate seal --timestamp-request
  promulgate seal --json > sealed.json
${EXIT_CODES}${ENVIRONMENT}`;

export const ADOPT_HELP = `
For a repository whose policies were published before it had a ledger. Goes
through every state that policies/ has had on the branch that is checked out,
and reports when each text was published, and every change of it afterwards.
Then begins policies/ledger.json with these facts: what was declared as a
correction is entered as one, everything else as “edited”. That cannot be made
good, but it can be said; from then on nothing changes silently.

A text that is there no more is reported and not entered. The whole history is
needed: in a shallow copy, run “git fetch --unshallow” first.

Examples:
  promulgate adopt --dry-run
  promulgate adopt
  promulgate adopt --json > history.json
${EXIT_CODES}${ENVIRONMENT}`;

export const VERIFY_HELP = `
Reads ledger.json and policies.json of the site, the file text.md of every text,
its page, and the stable page of what is in force; and checks that
  - no entry of the ledger was altered, and none is missing between others,
  - every text.md has the SHA-256 that the ledger gives,
  - every page shows these very words, and links to the same places,
  - nothing was rewritten on the way, as some hosts and networks do.
Only what was cut off at the end of the ledger, or a ledger made anew, cannot be
seen: keep a copy of ledger.json and give it with --against; or note the digest
in the footer of the pages from time to time, and give it with --head.
Time stamps of the ledger (RFC 3161) are checked too; give the certificate of
the authority, or of the one that vouches for it, with --tsa-certificate.

Exit codes:
  0    all is as it was published
  1    something is not: it is named
  2    the ledger cannot be read, wrong usage, or a fault of Promulgate

Examples:
  promulgate verify https://legal.example.com/
  promulgate verify dist/
  promulgate verify https://legal.example.com/ --head <digest>
  promulgate verify dist/ --against https://legal.example.com/
  promulgate verify downloaded/ --tsa-certificate authority.pem
  promulgate verify downloaded/ --json > report.json
`;

export const PREVIEW_HELP = `
Builds first, into .promulgate/preview/. If there is any error, it is printed and
nothing is shown. The address goes to standard output. Ctrl-C ends the preview.

Whenever you save a file of policies/ or templates/, the site is made again, and
your browser loads its page anew. While there is an error, the site stays as it is.

The feedback form of the previewed site is sent to the preview itself. What you
send is kept in .promulgate/inbox/; "promulgate inbox list" shows it.

Examples:
  promulgate preview
  promulgate preview --as-of 2027-01-01   what visitors will see on that day
  promulgate preview --drafts --port 8080
  promulgate preview --host 0.0.0.0       for other devices on your network

Exit codes:
  0    it was shown until you ended it
  1    problems in the policies: each is printed with its line and its cure
  2    wrong usage, a problem in policies/site.yaml, with the output folder or
       the address to serve at, or a fault of Promulgate
  130  stopped by Ctrl-C before it was shown
${ENVIRONMENT}`;
