# dateline completion for bash: source <(dateline completion bash)
_dateline() {
    local IFS=$'\n' i last word candidate prefix=""
    local -a words=()
    COMPREPLY=()
    # bash splits at colons: speaker:lav comes as three words
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        last=$((${#words[@]} - 1))
        if ((last >= 0)) && [[ $word == : || ${words[last]} == *: ]]; then
            words[last]+=$word
        else
            words+=("$word")
        fi
    done
    word=${words[${#words[@]} - 1]}
    [[ $word == *:* ]] && prefix=${word%:*}:
    for candidate in $(dateline __complete -- "${words[@]}" 2>/dev/null); do
        COMPREPLY+=("$(printf '%q' "${candidate#"$prefix"}")")
    done
}
complete -o default -F _dateline dateline
