# Completion for bash, written by `loclint completion bash`.

_loclint_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
  if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
}

_loclint_files() {
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}

# The last of names with commas between them.
_loclint_rules() {
  local before=${word%"${word##*,}"}
  mapfile -t COMPREPLY < <(
    compgen -P "$before" -W "$(loclint rules 2>/dev/null | sed -n 's/^ *\([^ ][^ ]*\).*/\1/p')" -- "${word##*,}"
  )
}

_loclint() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]-}
  local command='' index
  COMPREPLY=()
  # The sign between an option and its value is a word of its own here.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]-}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case ${COMP_WORDS[index]} in
      check | judge | status | dismiss | rules | explain | segments | merge | terms | config | init | hook | test-rules | completion | man)
        command=${COMP_WORDS[index]}
        break
        ;;
    esac
  done
  case "$command $before" in
    'status --format' | 'status -f')
      _loclint_words 'text json csv markdown html'
      return
      ;;
    'dismiss --dismissed')
      _loclint_files
      return
      ;;
    'rules --format' | 'rules -f')
      _loclint_words 'text json'
      return
      ;;
    'explain --format' | 'explain -f')
      _loclint_words 'text json'
      return
      ;;
    'merge --output' | 'merge -o')
      _loclint_files
      return
      ;;
  esac
  case $before in
    --format | -f)
      _loclint_words 'text azure checkstyle csv csv-pages github gitlab html jsonl junit junit-extended markdown rdjsonl sarif auto'
      return
      ;;
    --output | -o)
      _loclint_words 'text= azure= checkstyle= csv= csv-pages= github= gitlab= html= jsonl= junit= junit-extended= markdown= rdjsonl= sarif= diff='
      return
      ;;
    --fail-on)
      _loclint_words 'error warning note never'
      return
      ;;
    --max-warnings)
      return
      ;;
    --min-score)
      return
      ;;
    --score)
      _loclint_words 'all new'
      return
      ;;
    --config | -c)
      _loclint_files
      return
      ;;
    --exclude)
      return
      ;;
    --profile)
      _loclint_words 'default strict all'
      return
      ;;
    --select | -s)
      _loclint_rules
      return
      ;;
    --ignore | -i)
      _loclint_rules
      return
      ;;
    --fix)
      _loclint_words 'safe suggested'
      return
      ;;
    --rules)
      _loclint_files
      return
      ;;
    --glossary)
      _loclint_files
      return
      ;;
    --do-not-translate)
      _loclint_files
      return
      ;;
    --severity)
      _loclint_rules
      return
      ;;
    --set)
      return
      ;;
    --baseline)
      _loclint_files
      return
      ;;
    --write-baseline)
      _loclint_files
      return
      ;;
    --dismissed)
      _loclint_files
      return
      ;;
    --reason)
      return
      ;;
    --facts-out)
      _loclint_files
      return
      ;;
    --compare-with)
      _loclint_files
      return
      ;;
    --changed-since)
      return
      ;;
    --files-from)
      _loclint_files
      return
      ;;
    --stdin-path)
      return
      ;;
    --max-findings-per-rule)
      return
      ;;
    --min-severity)
      _loclint_words 'note warning error'
      return
      ;;
    --group-by)
      _loclint_words 'file rule locale'
      return
      ;;
    --max-findings)
      return
      ;;
    --max-file-size)
      return
      ;;
    --locale | -l)
      return
      ;;
    --source)
      _loclint_files
      return
      ;;
    --source-at)
      _loclint_words 'pin commit today given'
      return
      ;;
    --site)
      _loclint_words 'hugo docusaurus vitepress starlight mkdocs mdbook mdn adobe microsoft github'
      return
      ;;
    --jobs | -j)
      return
      ;;
    --column-unit)
      _loclint_words 'utf16 byte display'
      return
      ;;
    --color)
      _loclint_words 'auto always never'
      return
      ;;
    --hyperlinks)
      _loclint_words 'auto always never'
      return
      ;;
  esac
  if [[ $word == -* ]]; then
    case ${command:-check} in
      check) _loclint_words '--format= --output= --fail-on= --max-warnings= --fail-on-empty --min-score= --score= --config= --no-config --exclude= --allow-outside --profile= --select= --ignore= --fix= --diff --rules= --glossary= --do-not-translate= --severity= --set= --require-reason --show-suppressed --baseline= --write-baseline= --prune-baseline --dismissed= --explain-baseline --across --facts-out= --changed-since= --changed-lines --files-from= --stdin-path= --max-findings-per-rule= --min-severity= --group-by= --max-findings= --max-file-size= --locale= --source= --source-at= --site= --jobs= --statistics --times --range --column-unit= --quiet --verbose --color= --hyperlinks= --help --version' ;;
      judge) _loclint_words '--format= --output= --fail-on= --max-warnings= --min-score= --score= --config= --no-config --allow-outside --profile= --select= --ignore= --rules= --glossary= --do-not-translate= --severity= --set= --require-reason --show-suppressed --baseline= --write-baseline= --prune-baseline --dismissed= --max-findings-per-rule= --min-severity= --group-by= --max-findings= --max-file-size= --locale= --source= --source-at= --site= --jobs= --statistics --times --range --column-unit= --quiet --verbose --color= --hyperlinks= --help --version' ;;
      status) _loclint_words '--format= --score= --config= --no-config --exclude= --allow-outside --profile= --select= --ignore= --rules= --glossary= --do-not-translate= --severity= --set= --baseline= --dismissed= --compare-with= --max-file-size= --locale= --source= --source-at= --site= --jobs= --help --version' ;;
      dismiss) _loclint_words '--config= --no-config --allow-outside --profile= --select= --ignore= --rules= --glossary= --do-not-translate= --set= --require-reason --dismissed= --reason= --max-file-size= --locale= --source= --source-at= --site= --help --version' ;;
      rules) _loclint_words '--format= --config= --no-config --allow-outside --rules= --set= --locale= --help --version' ;;
      explain) _loclint_words '--format= --config= --no-config --allow-outside --rules= --set= --help --version' ;;
      segments) _loclint_words '--config= --no-config --exclude= --allow-outside --set= --source= --source-at= --site= --jobs= --help --version' ;;
      merge) _loclint_words '--output= --help --version' ;;
      terms) _loclint_words '--config= --no-config --exclude= --allow-outside --set= --source= --source-at= --site= --jobs= --help --version' ;;
      config) _loclint_words '--format= --fail-on= --max-warnings= --fail-on-empty --min-score= --score= --config= --no-config --exclude= --allow-outside --profile= --select= --ignore= --rules= --glossary= --do-not-translate= --severity= --set= --require-reason --baseline= --write-baseline= --prune-baseline --dismissed= --explain-baseline --across --facts-out= --compare-with= --changed-since= --changed-lines --files-from= --stdin-path= --max-findings-per-rule= --min-severity= --group-by= --max-findings= --max-file-size= --locale= --source= --source-at= --site= --jobs= --statistics --times --range --column-unit= --schema --quiet --verbose --color= --hyperlinks= --help --version' ;;
      init) _loclint_words '--help --version' ;;
      hook) _loclint_words '--help --version' ;;
      test-rules) _loclint_words '--allow-outside --help --version' ;;
      completion) _loclint_words '--help --version' ;;
      man) _loclint_words '--help --version' ;;
    esac
    return
  fi
  case $command in
    explain) _loclint_rules ;;
    hook) _loclint_words 'install remove' ;;
    completion) _loclint_words 'bash zsh fish' ;;
    rules | init | man) ;;
    *)
      _loclint_files
      if [[ -z $command && $COMP_CWORD -eq 1 ]]; then
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(
          compgen -W 'check judge status dismiss rules explain segments merge terms config init hook test-rules completion man' -- "$word"
        )
      fi
      ;;
  esac
}

complete -F _loclint loclint
