/** Something that the person at the command line has to put right; its message goes to stderr, the exit code is 2. */
export class UsageError extends Error {}

/** The first page of help. */
export const usage = `copydesk: a copy desk for news articles

  copydesk check [path…]        check files, folders and globs
      --format NAME             stylish (default), json, ndjson, sarif, junit, github, html
      --style NAME              one more style pack; may be repeated
      --config FILE             this configuration instead of the nearest
      --stdin                   read one article from standard input
      --stdin-filename NAME     what to call it; the extension says its format
      --stdin-ndjson            read one article a line: {"path", "text"}
      --fix                     make the safe fixes
      --diff                    show the safe fixes as a diff, change nothing
      --fail-on SEVERITY        what makes exit code 1: error (default), warning, info, hint
      --max-warnings N          exit code 1 for more than N warnings too
      --changed [REF]           only files that differ from REF in git (default HEAD)
      --baseline FILE           hide what the file lists; written when it is not there
      --cache                   keep results in .copydesk/cache for the next run
      --threads N               worker threads
  copydesk people [path…]       the people of articles  (--format table|json)
  copydesk rules [ID]           list the rules, or explain one  (--format table|json)
  copydesk config [path]        the configuration of a path and where each value comes from
  copydesk config check [path…] what is wrong in configurations
  copydesk style test|try|import  try style packs, take over Vale's
  copydesk style sync           fetch what configurations extend from elsewhere, pin it  (--update, --frozen)
  copydesk stet [path…]         what was let stand  (--prune removes what is no longer needed)
  copydesk init [folder]        write a starter .copydesk.yaml
  copydesk server --stdio       the language server

Exit code: 0 clean, 1 findings, 2 when something could not be done (message on stderr).
`;
