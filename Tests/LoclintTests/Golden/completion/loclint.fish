# Completion for fish, written by `loclint completion fish`.

# Whether a command is the one on the line; `check` is when there is none.
function __loclint_does -a wanted
    for word in (commandline -opc)[2..]
        if contains -- $word check rules explain segments merge terms test-rules completion man
            test $word = $wanted
            return
        end
    end
    test $wanted = check
end

function __loclint_rules
    loclint rules 2>/dev/null | sed -n 's/^ *\([^ ][^ ]*\).*/\1/p'
end

complete -c loclint -n __fish_use_subcommand -a check -d 'Look for faults in localized documents (the default)'
complete -c loclint -n __fish_use_subcommand -a rules -d 'List all rules'
complete -c loclint -n __fish_use_subcommand -a explain -d 'Tell what a rule finds, and why'
complete -c loclint -n __fish_use_subcommand -a segments -d 'List the segments of documents as they are read'
complete -c loclint -n __fish_use_subcommand -a merge -d 'Make one SARIF report of several'
complete -c loclint -n __fish_use_subcommand -a terms -d 'Propose words that are not to be translated'
complete -c loclint -n __fish_use_subcommand -a test-rules -d 'Run the examples in a team\'s own rules'
complete -c loclint -n __fish_use_subcommand -a completion -d 'Write what completes command lines in a shell'
complete -c loclint -n __fish_use_subcommand -a man -d 'Write the manual page'
complete -c loclint -n '__loclint_does check' -s f -l format -x -a 'text azure checkstyle github gitlab html jsonl junit junit-extended markdown rdjsonl sarif' -d 'What to write to standard output'
complete -c loclint -n '__loclint_does check' -s o -l output -x -a 'text= azure= checkstyle= github= gitlab= html= jsonl= junit= junit-extended= markdown= rdjsonl= sarif=' -d 'Also write a report to a file, as a whole or not at all; text still goes to standard output unless --format says otherwise'
complete -c loclint -n '__loclint_does check' -l fail-on -x -a 'error warning note never' -d 'Exit with 1 when a finding is at least this severe'
complete -c loclint -n '__loclint_does check' -l min-score -x -d 'Exit with 1 when a locale\'s score is below this: 100 less a tenth of the penalties (error 5, warning 1, note 0) per 1,000 words of source'
complete -c loclint -n '__loclint_does check' -l profile -x -a 'default strict all' -d 'Which rules run; default holds those that are nearly always right, strict also those that a team must agree on'
complete -c loclint -n '__loclint_does check' -s s -l select -x -a '(__loclint_rules)' -d 'Run only these rules, families or packs instead of the profile\'s; +RULE adds to the profile\'s'
complete -c loclint -n '__loclint_does check' -s i -l ignore -x -a '(__loclint_rules)' -d 'Leave out these rules, families or packs, also selected ones'
complete -c loclint -n '__loclint_does check' -l fix -x -a 'safe suggested' -d 'Mend what can be mended; suggested also does what somebody should look at'
complete -c loclint -n '__loclint_does check' -l diff -d 'Print what --fix would change, for git apply, and change nothing; exit with 1 when there is something'
complete -c loclint -n '__loclint_does check' -l rules -r -F -d 'Also run a team\'s own rules, one in each .yml file in a folder'
complete -c loclint -n '__loclint_does check' -l glossary -r -F -d 'Hold translations to a glossary: TBX, or a table in CSV or TSV'
complete -c loclint -n '__loclint_does check' -l do-not-translate -r -F -d 'Names that must stay as they are, one on a line'
complete -c loclint -n '__loclint_does check' -l severity -x -a '(__loclint_rules)' -d 'Give the findings of a rule or family another severity: error, warning or note'
complete -c loclint -n '__loclint_does check' -s l -l locale -x -d 'The locale that the pages must have, as a BCP 47 tag: it-IT; rules says which of them have no table for it'
complete -c loclint -n '__loclint_does check' -s j -l jobs -x -d 'How many files to read at a time'
complete -c loclint -n '__loclint_does check' -l statistics -d 'Add figures by rule and by locale: findings per 1,000 segments, the share of machine-translated documents, scores'
complete -c loclint -n '__loclint_does check' -l times -d 'Add what each rule took'
complete -c loclint -n '__loclint_does check' -l range -d 'Write also where a finding ends: line:column-line:column, in the text report'
complete -c loclint -n '__loclint_does check' -l column-unit -x -a 'utf16 byte display' -d 'What the columns of the text report count; byte suits Vim, display Emacs'
complete -c loclint -n '__loclint_does check' -s q -l quiet -d 'Write one line for each finding: no excerpts, no summary, nothing that is only counted'
complete -c loclint -n '__loclint_does check' -s v -l verbose -d 'List also what is otherwise only counted, and show excerpts at full length'
complete -c loclint -n '__loclint_does check' -l color -x -a 'auto always never' -d 'Color the text report; auto does on a terminal unless NO_COLOR is set'
complete -c loclint -n '__loclint_does check' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does check' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does rules' -l rules -r -F -d 'Also run a team\'s own rules, one in each .yml file in a folder'
complete -c loclint -n '__loclint_does rules' -s l -l locale -x -d 'The locale that the pages must have, as a BCP 47 tag: it-IT; rules says which of them have no table for it'
complete -c loclint -n '__loclint_does rules' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does rules' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does rules' -f
complete -c loclint -n '__loclint_does explain' -l rules -r -F -d 'Also run a team\'s own rules, one in each .yml file in a folder'
complete -c loclint -n '__loclint_does explain' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does explain' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does explain' -f -a '(__loclint_rules)'
complete -c loclint -n '__loclint_does segments' -s j -l jobs -x -d 'How many files to read at a time'
complete -c loclint -n '__loclint_does segments' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does segments' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does merge' -s o -l output -x -a 'text= azure= checkstyle= github= gitlab= html= jsonl= junit= junit-extended= markdown= rdjsonl= sarif=' -d 'Also write a report to a file, as a whole or not at all; text still goes to standard output unless --format says otherwise'
complete -c loclint -n '__loclint_does merge' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does merge' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does terms' -s j -l jobs -x -d 'How many files to read at a time'
complete -c loclint -n '__loclint_does terms' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does terms' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does test-rules' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does test-rules' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does completion' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does completion' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does completion' -f -a 'bash zsh fish'
complete -c loclint -n '__loclint_does man' -s h -l help -d 'Show this help'
complete -c loclint -n '__loclint_does man' -s V -l version -d 'Show the version'
complete -c loclint -n '__loclint_does man' -f
