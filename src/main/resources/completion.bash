# Completes ./geneva in bash; made by: ./geneva completion
_geneva() {
  local line=${COMP_LINE:0:COMP_POINT} words=''
  local word=${line##* }
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '@COMMANDS@' -- "$word"))
    return
  fi
  if [[ ${COMP_WORDS[1]} == link ]]; then
    if ((COMP_CWORD == 2)); then
      COMPREPLY=($(compgen -W '@LINK_FORMATS@' -- "$word"))
    elif [[ $word == -* ]]; then
      COMPREPLY=($(compgen -W '@LINK_OPTIONS@' -- "$word"))
    elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == --kind ]]; then
      COMPREPLY=($(compgen -W '@LINK_KINDS@' -- "$word"))
    else
      COMPREPLY=($(compgen -f -- "$word"))
    fi
    return
  fi
  if [[ $word == -* ]]; then
    case "${COMP_WORDS[1]}" in
@OPTIONS@    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    return
  fi
  local asked=${COMP_WORDS[1]}
  [[ ${COMP_WORDS[COMP_CWORD - 1]} == -* ]] && asked+=.${COMP_WORDS[COMP_CWORD - 1]}
  if [[ $asked == *.* ]] || { [[ $asked == export ]] && ((COMP_CWORD == 2)); }; then
    case "$asked" in
@CHOICES@    esac
    if [[ $words ]]; then
      COMPREPLY=($(compgen -W "$words" -- "$word"))
      return
    fi
  fi
  [[ ${COMP_WORDS[1]} == help ]] && { COMPREPLY=($(compgen -W '@COMMANDS@' -- "$word")); return; }
  [[ ${COMP_WORDS[1]} == query ]] || { COMPREPLY=($(compgen -f -- "$word")); return; }
  local query=${COMP_WORDS[2]}
  if ((COMP_CWORD == 2)); then
    COMPREPLY=($(compgen -W '@QUERIES@' -- "$word"))
  elif [[ $word == *=* ]]; then
    case "$query.${word%%=*}" in
@VALUES@    esac
    # The shell breaks words at the equals sign, so that only what follows it is completed.
    COMPREPLY=($(compgen -W "$words" -- "${word#*=}"))
  else
    case "$query" in
@PARAMETERS@    esac
    COMPREPLY=($(compgen -W "$words --format --endpoint --sources --data" -- "$word"))
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  fi
}
complete -F _geneva geneva ./geneva
