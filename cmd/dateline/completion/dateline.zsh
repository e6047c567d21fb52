#compdef dateline
# dateline completion for zsh: source <(dateline completion zsh)
_dateline() {
    local -a candidates
    candidates=("${(@f)$(dateline __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "$candidates" ]]; then
        compadd -U -a candidates
    else
        _files
    fi
}
compdef _dateline dateline
