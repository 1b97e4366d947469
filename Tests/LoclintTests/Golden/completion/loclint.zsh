#compdef loclint
# Completion for zsh, written by `loclint completion zsh`.

_loclint_rule() {
  local -a names
  names=(${(f)"$(loclint rules 2>/dev/null | sed -n 's/^ *\([^ ][^ ]*\).*/\1/p')"})
  compadd "$@" -a names
}

# Several, with commas between them.
_loclint_rules() {
  _sequence _loclint_rule
}

_loclint_paths() {
  local -a commands
  commands=(
    'check:Look for faults in localized documents (the default)'
    'judge:Check the pages of several runs as one'
    'status:Tell how far the translations are'
    'dismiss:Leave a finding as it is, with a reason'
    'rules:List all rules'
    'explain:Tell what a rule finds, and why'
    'segments:List the segments of documents as they are read'
    'merge:Make one SARIF report of several'
    'terms:Propose words that are not to be translated'
    'config:Tell what is in force, and where it comes from'
    'init:Write a loclint.yml that fits this folder'
    'hook:Have git check pages before a push'
    'test-rules:Run the examples in a team'\''s own rules'
    'completion:Write what completes command lines in a shell'
    'man:Write the manual page'
  )
  if ((CURRENT == 2)); then _describe command commands; fi
  _files
}

_loclint() {
  local command=check word
  for word in ${words[2,CURRENT-1]}; do
    case $word in
      check|judge|status|dismiss|rules|explain|segments|merge|terms|config|init|hook|test-rules|completion|man)
        command=$word
        break
        ;;
    esac
  done
  case $command in
    check)
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[What to write to standard output; auto is azure where TF_BUILD is set, github where GITHUB_ACTIONS is set, gitlab where GITLAB_CI is set, else text; also called --output-format]:FORMAT:(text azure checkstyle csv csv-pages github gitlab html jsonl junit junit-extended markdown rdjsonl sarif auto)' \
        '*'{-o+,--output=}'[Also write a report to a file, as a whole or not at all; text still goes to standard output unless --format says otherwise; diff=FILE is the patch of --diff, or what --fix did]:FORMAT FILE:(text= azure= checkstyle= csv= csv-pages= github= gitlab= html= jsonl= junit= junit-extended= markdown= rdjsonl= sarif= diff=)' \
        ''--fail-on='[Exit with 1 when a finding is at least this severe]:SEVERITY:(error warning note never)' \
        ''--max-warnings='[Exit with 1 also when there are more warnings than this]:NUMBER:' \
        ''--fail-on-empty'[Exit with 2 also when folders were searched and no file in them holds a segment, as is done where CI is set; no files after --changed-since or --files-from are no failure]' \
        ''--min-score='[Exit with 1 when a locale'\''s score is below this\: 100 less a tenth of the penalties (error 5, warning 1, note 0, or what loclint.yml says) per 1,000 words of source]:NUMBER:' \
        ''--score='[Which findings a score is made of\: all, or only new ones, without those that comments, dismissals and the baseline keep back]:FINDINGS:(all new)' \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        '*'--exclude='[Leave out files and folders below the paths, as seen from the working folder, besides what loclint.yml leaves out]:GLOB:' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        ''--profile='[Which rules run; default holds those that are nearly always right, strict also those that a team must agree on]:PROFILE:(default strict all)' \
        '*'{-s+,--select=}'[Run only these rules, families or packs instead of the profile'\''s; +RULE adds to the profile'\''s]:RULE,…:_loclint_rules' \
        '*'{-i+,--ignore=}'[Leave out these rules, families or packs, also selected ones]:RULE,…:_loclint_rules' \
        ''--fix='[Mend what can be mended; suggested also does what somebody should look at]:SAFETY:(safe suggested)' \
        ''--diff'[Print what --fix would change, for git apply, and change nothing; exit with 1 when there is something]' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--glossary='[Hold translations to a glossary\: TBX, or a table in CSV or TSV]:FILE:_files' \
        '*'--do-not-translate='[Names that must stay as they are, one on a line]:FILE:_files' \
        '*'--severity='[Give the findings of a rule or family another severity\: error, warning or note]:RULE=SEVERITY:_loclint_rules' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--require-reason'[Tell also of comments that keep findings back and do not say why]' \
        ''--show-suppressed'[Write to SARIF also what comments, the baseline and dismissals keep back, marked as such; it never fails the run]' \
        ''--baseline='[Leave out the findings that a file lists]:FILE:_files' \
        ''--write-baseline='[Write such a file of all that is found, which the report then counts as known]:FILE:_files' \
        ''--prune-baseline'[Take out of the file of --baseline what no longer occurs]' \
        ''--dismissed='[Leave out the findings that a file lists with reasons; `loclint dismiss` adds to it]:FILE:_files' \
        ''--explain-baseline'[Check nothing; print how many findings of which rules and folders the files of --baseline and --dismissed leave out, and why]' \
        ''--across'[Also compare pages with each other, the same page in several locales; each is then read twice]' \
        ''--facts-out='[Report nothing; write what --across keeps of the pages to a file, for '\''loclint judge'\'' to compare those of several runs]:FILE:_files' \
        ''--changed-since='[Only files that differ from where the work tree left a revision of git; what is not committed counts]:REVISION:' \
        ''--changed-lines'[With --changed-since, only findings on lines that were touched]' \
        ''--files-from='[Read more paths from a file, - for standard input, one on a line or with NUL between them; what is no document is passed over]:FILE:_files' \
        ''--stdin-path='[Check what stands on standard input as if it were this file]:PATH:' \
        ''--max-findings-per-rule='[List so many findings of a rule in a file and count the others, which fail the run all the same; none lists all]:NUMBER:' \
        ''--min-severity='[List only findings at least this severe on standard output; the others count all the same]:SEVERITY:(note warning error)' \
        ''--group-by='[Put the findings of the text report together, under headings]:WHAT:(file rule locale)' \
        ''--max-findings='[List so many findings in the text report and count the others]:NUMBER:' \
        ''--max-file-size='[Read no larger file\: bytes, with K, M or G for powers of 1,024; one that is larger ends the run with 2]:SIZE:' \
        '(-l --locale)'{-l+,--locale=}'[The locale that the pages must have, as a BCP 47 tag\: it-IT; rules says which of them have no table for it]:TAG:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-j --jobs)'{-j+,--jobs=}'[How many files to read at a time]:NUMBER:' \
        ''--statistics'[Add figures by rule and by locale\: findings per 1,000 segments, the share of machine-translated documents, scores]' \
        ''--times'[Add what each rule took]' \
        ''--range'[Write also where a finding ends\: line\:column-line\:column, in the text report]' \
        ''--column-unit='[What the columns of the text report count; byte suits Vim, display Emacs]:UNIT:(utf16 byte display)' \
        '(-q --quiet)'{-q,--quiet}'[Write one line for each finding\: no excerpts, no summary, nothing that is only counted]' \
        '(-v --verbose)'{-v,--verbose}'[List also what is otherwise only counted, and show excerpts at full length]' \
        ''--color='[Color the text report; auto does on a terminal unless NO_COLOR is set, and where FORCE_COLOR or CLICOLOR_FORCE is]:WHEN:(auto always never)' \
        ''--hyperlinks='[Make links of the addresses in the text report, which there are with rule-pages; auto does on terminals that are known to take them, and as FORCE_HYPERLINK says]:WHEN:(auto always never)' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '*:path:_loclint_paths'
      ;;
    judge)
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[What to write to standard output; auto is azure where TF_BUILD is set, github where GITHUB_ACTIONS is set, gitlab where GITLAB_CI is set, else text; also called --output-format]:FORMAT:(text azure checkstyle csv csv-pages github gitlab html jsonl junit junit-extended markdown rdjsonl sarif auto)' \
        '*'{-o+,--output=}'[Also write a report to a file, as a whole or not at all; text still goes to standard output unless --format says otherwise; diff=FILE is the patch of --diff, or what --fix did]:FORMAT FILE:(text= azure= checkstyle= csv= csv-pages= github= gitlab= html= jsonl= junit= junit-extended= markdown= rdjsonl= sarif= diff=)' \
        ''--fail-on='[Exit with 1 when a finding is at least this severe]:SEVERITY:(error warning note never)' \
        ''--max-warnings='[Exit with 1 also when there are more warnings than this]:NUMBER:' \
        ''--min-score='[Exit with 1 when a locale'\''s score is below this\: 100 less a tenth of the penalties (error 5, warning 1, note 0, or what loclint.yml says) per 1,000 words of source]:NUMBER:' \
        ''--score='[Which findings a score is made of\: all, or only new ones, without those that comments, dismissals and the baseline keep back]:FINDINGS:(all new)' \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        ''--profile='[Which rules run; default holds those that are nearly always right, strict also those that a team must agree on]:PROFILE:(default strict all)' \
        '*'{-s+,--select=}'[Run only these rules, families or packs instead of the profile'\''s; +RULE adds to the profile'\''s]:RULE,…:_loclint_rules' \
        '*'{-i+,--ignore=}'[Leave out these rules, families or packs, also selected ones]:RULE,…:_loclint_rules' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--glossary='[Hold translations to a glossary\: TBX, or a table in CSV or TSV]:FILE:_files' \
        '*'--do-not-translate='[Names that must stay as they are, one on a line]:FILE:_files' \
        '*'--severity='[Give the findings of a rule or family another severity\: error, warning or note]:RULE=SEVERITY:_loclint_rules' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--require-reason'[Tell also of comments that keep findings back and do not say why]' \
        ''--show-suppressed'[Write to SARIF also what comments, the baseline and dismissals keep back, marked as such; it never fails the run]' \
        ''--baseline='[Leave out the findings that a file lists]:FILE:_files' \
        ''--write-baseline='[Write such a file of all that is found, which the report then counts as known]:FILE:_files' \
        ''--prune-baseline'[Take out of the file of --baseline what no longer occurs]' \
        ''--dismissed='[Leave out the findings that a file lists with reasons; `loclint dismiss` adds to it]:FILE:_files' \
        ''--max-findings-per-rule='[List so many findings of a rule in a file and count the others, which fail the run all the same; none lists all]:NUMBER:' \
        ''--min-severity='[List only findings at least this severe on standard output; the others count all the same]:SEVERITY:(note warning error)' \
        ''--group-by='[Put the findings of the text report together, under headings]:WHAT:(file rule locale)' \
        ''--max-findings='[List so many findings in the text report and count the others]:NUMBER:' \
        ''--max-file-size='[Read no larger file\: bytes, with K, M or G for powers of 1,024; one that is larger ends the run with 2]:SIZE:' \
        '(-l --locale)'{-l+,--locale=}'[The locale that the pages must have, as a BCP 47 tag\: it-IT; rules says which of them have no table for it]:TAG:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-j --jobs)'{-j+,--jobs=}'[How many files to read at a time]:NUMBER:' \
        ''--statistics'[Add figures by rule and by locale\: findings per 1,000 segments, the share of machine-translated documents, scores]' \
        ''--times'[Add what each rule took]' \
        ''--range'[Write also where a finding ends\: line\:column-line\:column, in the text report]' \
        ''--column-unit='[What the columns of the text report count; byte suits Vim, display Emacs]:UNIT:(utf16 byte display)' \
        '(-q --quiet)'{-q,--quiet}'[Write one line for each finding\: no excerpts, no summary, nothing that is only counted]' \
        '(-v --verbose)'{-v,--verbose}'[List also what is otherwise only counted, and show excerpts at full length]' \
        ''--color='[Color the text report; auto does on a terminal unless NO_COLOR is set, and where FORCE_COLOR or CLICOLOR_FORCE is]:WHEN:(auto always never)' \
        ''--hyperlinks='[Make links of the addresses in the text report, which there are with rule-pages; auto does on terminals that are known to take them, and as FORCE_HYPERLINK says]:WHEN:(auto always never)' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(judge)' \
        '*:path:_files'
      ;;
    status)
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[How to print it]:FORMAT:(text json csv markdown html)' \
        ''--score='[Which findings a score is made of\: all, or only new ones, without those that comments, dismissals and the baseline keep back]:FINDINGS:(all new)' \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        '*'--exclude='[Leave out files and folders below the paths, as seen from the working folder, besides what loclint.yml leaves out]:GLOB:' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        ''--profile='[Which rules run; default holds those that are nearly always right, strict also those that a team must agree on]:PROFILE:(default strict all)' \
        '*'{-s+,--select=}'[Run only these rules, families or packs instead of the profile'\''s; +RULE adds to the profile'\''s]:RULE,…:_loclint_rules' \
        '*'{-i+,--ignore=}'[Leave out these rules, families or packs, also selected ones]:RULE,…:_loclint_rules' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--glossary='[Hold translations to a glossary\: TBX, or a table in CSV or TSV]:FILE:_files' \
        '*'--do-not-translate='[Names that must stay as they are, one on a line]:FILE:_files' \
        '*'--severity='[Give the findings of a rule or family another severity\: error, warning or note]:RULE=SEVERITY:_loclint_rules' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--baseline='[Leave out the findings that a file lists]:FILE:_files' \
        ''--dismissed='[Leave out the findings that a file lists with reasons; `loclint dismiss` adds to it]:FILE:_files' \
        ''--compare-with='[Tell also what has changed since an earlier report, which was printed with --format=json]:FILE:_files' \
        ''--max-file-size='[Read no larger file\: bytes, with K, M or G for powers of 1,024; one that is larger ends the run with 2]:SIZE:' \
        '(-l --locale)'{-l+,--locale=}'[The locale that the pages must have, as a BCP 47 tag\: it-IT; rules says which of them have no table for it]:TAG:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-j --jobs)'{-j+,--jobs=}'[How many files to read at a time]:NUMBER:' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(status)' \
        '*:path:_files'
      ;;
    dismiss)
      _arguments -s -S \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        ''--profile='[Which rules run; default holds those that are nearly always right, strict also those that a team must agree on]:PROFILE:(default strict all)' \
        '*'{-s+,--select=}'[Run only these rules, families or packs instead of the profile'\''s; +RULE adds to the profile'\''s]:RULE,…:_loclint_rules' \
        '*'{-i+,--ignore=}'[Leave out these rules, families or packs, also selected ones]:RULE,…:_loclint_rules' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--glossary='[Hold translations to a glossary\: TBX, or a table in CSV or TSV]:FILE:_files' \
        '*'--do-not-translate='[Names that must stay as they are, one on a line]:FILE:_files' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--require-reason'[Tell also of comments that keep findings back and do not say why]' \
        ''--dismissed='[The list to write to; made if there is none yet]:FILE:_files' \
        ''--reason='[Why a finding stays as it is]:WHY:' \
        ''--max-file-size='[Read no larger file\: bytes, with K, M or G for powers of 1,024; one that is larger ends the run with 2]:SIZE:' \
        '(-l --locale)'{-l+,--locale=}'[The locale that the pages must have, as a BCP 47 tag\: it-IT; rules says which of them have no table for it]:TAG:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(dismiss)' \
        '*:path:_files'
      ;;
    rules)
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[How to write it, json for programs; editors/loclint.rules.schema.json describes that]:FORMAT:(text json)' \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        '(-l --locale)'{-l+,--locale=}'[The locale that the pages must have, as a BCP 47 tag\: it-IT; rules says which of them have no table for it]:TAG:' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(rules)'
      ;;
    explain)
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[How to write it, json for programs; editors/loclint.rules.schema.json describes that]:FORMAT:(text json)' \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(explain)' \
        '*:rule:_loclint_rule'
      ;;
    segments)
      _arguments -s -S \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        '*'--exclude='[Leave out files and folders below the paths, as seen from the working folder, besides what loclint.yml leaves out]:GLOB:' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-j --jobs)'{-j+,--jobs=}'[How many files to read at a time]:NUMBER:' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(segments)' \
        '*:path:_files'
      ;;
    merge)
      _arguments -s -S \
        '(-o --output)'{-o+,--output=}'[Write to a file, as a whole or not at all, instead of to standard output]:FILE:_files' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(merge)' \
        '*:path:_files'
      ;;
    terms)
      _arguments -s -S \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        '*'--exclude='[Leave out files and folders below the paths, as seen from the working folder, besides what loclint.yml leaves out]:GLOB:' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-j --jobs)'{-j+,--jobs=}'[How many files to read at a time]:NUMBER:' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(terms)' \
        '*:path:_files'
      ;;
    config)
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[What to write to standard output; auto is azure where TF_BUILD is set, github where GITHUB_ACTIONS is set, gitlab where GITLAB_CI is set, else text; also called --output-format]:FORMAT:(text azure checkstyle csv csv-pages github gitlab html jsonl junit junit-extended markdown rdjsonl sarif auto)' \
        ''--fail-on='[Exit with 1 when a finding is at least this severe]:SEVERITY:(error warning note never)' \
        ''--max-warnings='[Exit with 1 also when there are more warnings than this]:NUMBER:' \
        ''--fail-on-empty'[Exit with 2 also when folders were searched and no file in them holds a segment, as is done where CI is set; no files after --changed-since or --files-from are no failure]' \
        ''--min-score='[Exit with 1 when a locale'\''s score is below this\: 100 less a tenth of the penalties (error 5, warning 1, note 0, or what loclint.yml says) per 1,000 words of source]:NUMBER:' \
        ''--score='[Which findings a score is made of\: all, or only new ones, without those that comments, dismissals and the baseline keep back]:FINDINGS:(all new)' \
        '(-c --config)'{-c+,--config=}'[The file that says what the options don'\''t, and no other]:FILE:_files' \
        ''--no-config'[Read no such file]' \
        '*'--exclude='[Leave out files and folders below the paths, as seen from the working folder, besides what loclint.yml leaves out]:GLOB:' \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        ''--profile='[Which rules run; default holds those that are nearly always right, strict also those that a team must agree on]:PROFILE:(default strict all)' \
        '*'{-s+,--select=}'[Run only these rules, families or packs instead of the profile'\''s; +RULE adds to the profile'\''s]:RULE,…:_loclint_rules' \
        '*'{-i+,--ignore=}'[Leave out these rules, families or packs, also selected ones]:RULE,…:_loclint_rules' \
        '*'--rules='[Also run a team'\''s own rules, one in each .yml file in a folder]:FOLDER:_files' \
        '*'--glossary='[Hold translations to a glossary\: TBX, or a table in CSV or TSV]:FILE:_files' \
        '*'--do-not-translate='[Names that must stay as they are, one on a line]:FILE:_files' \
        '*'--severity='[Give the findings of a rule or family another severity\: error, warning or note]:RULE=SEVERITY:_loclint_rules' \
        '*'--set='[Say what loclint.yml can say, as YAML and in its place\: settings={…}, source-locale=de]:KEY=VALUE:' \
        ''--require-reason'[Tell also of comments that keep findings back and do not say why]' \
        ''--baseline='[Leave out the findings that a file lists]:FILE:_files' \
        ''--write-baseline='[Write such a file of all that is found, which the report then counts as known]:FILE:_files' \
        ''--prune-baseline'[Take out of the file of --baseline what no longer occurs]' \
        ''--dismissed='[Leave out the findings that a file lists with reasons; `loclint dismiss` adds to it]:FILE:_files' \
        ''--explain-baseline'[Check nothing; print how many findings of which rules and folders the files of --baseline and --dismissed leave out, and why]' \
        ''--across'[Also compare pages with each other, the same page in several locales; each is then read twice]' \
        ''--facts-out='[Report nothing; write what --across keeps of the pages to a file, for '\''loclint judge'\'' to compare those of several runs]:FILE:_files' \
        ''--compare-with='[Tell also what has changed since an earlier report, which was printed with --format=json]:FILE:_files' \
        ''--changed-since='[Only files that differ from where the work tree left a revision of git; what is not committed counts]:REVISION:' \
        ''--changed-lines'[With --changed-since, only findings on lines that were touched]' \
        ''--files-from='[Read more paths from a file, - for standard input, one on a line or with NUL between them; what is no document is passed over]:FILE:_files' \
        ''--stdin-path='[Check what stands on standard input as if it were this file]:PATH:' \
        ''--max-findings-per-rule='[List so many findings of a rule in a file and count the others, which fail the run all the same; none lists all]:NUMBER:' \
        ''--min-severity='[List only findings at least this severe on standard output; the others count all the same]:SEVERITY:(note warning error)' \
        ''--group-by='[Put the findings of the text report together, under headings]:WHAT:(file rule locale)' \
        ''--max-findings='[List so many findings in the text report and count the others]:NUMBER:' \
        ''--max-file-size='[Read no larger file\: bytes, with K, M or G for powers of 1,024; one that is larger ends the run with 2]:SIZE:' \
        '(-l --locale)'{-l+,--locale=}'[The locale that the pages must have, as a BCP 47 tag\: it-IT; rules says which of them have no table for it]:TAG:' \
        ''--source='[Compare pages with their sources, Markdown files of the same paths below this folder]:FOLDER:_files' \
        ''--source-at='[Which version of its source a page is compared with\: the one that the page names, that of its last commit, the latest, or the latest as what all pages were translated from]:VERSION:(pin commit today given)' \
        ''--site='[What publishes pages whose sources are files of their own; without it, their repository and their front matter tell]:SITE:(hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github)' \
        '(-j --jobs)'{-j+,--jobs=}'[How many files to read at a time]:NUMBER:' \
        ''--statistics'[Add figures by rule and by locale\: findings per 1,000 segments, the share of machine-translated documents, scores]' \
        ''--times'[Add what each rule took]' \
        ''--range'[Write also where a finding ends\: line\:column-line\:column, in the text report]' \
        ''--column-unit='[What the columns of the text report count; byte suits Vim, display Emacs]:UNIT:(utf16 byte display)' \
        ''--schema'[Print the JSON Schema of loclint.yml instead, by which editors complete and check it]' \
        '(-q --quiet)'{-q,--quiet}'[Write one line for each finding\: no excerpts, no summary, nothing that is only counted]' \
        '(-v --verbose)'{-v,--verbose}'[List also what is otherwise only counted, and show excerpts at full length]' \
        ''--color='[Color the text report; auto does on a terminal unless NO_COLOR is set, and where FORCE_COLOR or CLICOLOR_FORCE is]:WHEN:(auto always never)' \
        ''--hyperlinks='[Make links of the addresses in the text report, which there are with rule-pages; auto does on terminals that are known to take them, and as FORCE_HYPERLINK says]:WHEN:(auto always never)' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(config)' \
        '*:path:_files'
      ;;
    init)
      _arguments -s -S \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(init)'
      ;;
    hook)
      _arguments -s -S \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(hook)' \
        '2:word:(install remove)'
      ;;
    test-rules)
      _arguments -s -S \
        ''--allow-outside'[Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of it; they are only read]' \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(test-rules)' \
        '*:path:_files'
      ;;
    completion)
      _arguments -s -S \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(completion)' \
        '2:word:(bash zsh fish)'
      ;;
    man)
      _arguments -s -S \
        '(-h --help)'{-h,--help}'[Show this help]' \
        '(-V --version)'{-V,--version}'[Show the version]' \
        '1:command:(man)'
      ;;
  esac
}

if [[ $funcstack[1] == _loclint ]]; then
  _loclint "$@"
else
  compdef _loclint loclint
fi
