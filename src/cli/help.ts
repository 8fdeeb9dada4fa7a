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
  FORCE_COLOR        print with colour even where no terminal reads it
  CI                 show no progress line
  GITHUB_WORKSPACE   the repository to which --reporter github relates its paths
`;

export const MAIN_HELP = `
Examples:
  promulgate check     look for problems in policies/ before you publish
  promulgate build     make the site in dist/, ready for any static host
  promulgate preview   look at the site in your browser

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

Examples:
  promulgate check
  promulgate check --external             for a weekly run, not for each change
  promulgate check --as-of 2027-01-01     as things will stand on that day
  promulgate check --reporter json > report.json
${EXIT_CODES}${ENVIRONMENT}`;

export const PREVIEW_HELP = `
Builds first. If there is any error, it is printed and nothing is shown.
The address goes to standard output. Ctrl-C ends the preview.

Examples:
  promulgate preview
  promulgate preview --as-of 2027-01-01   what visitors will see on that day
  promulgate preview --drafts --port 8080
  promulgate preview --host 0.0.0.0       for other devices on your network
${EXIT_CODES}${ENVIRONMENT}`;
